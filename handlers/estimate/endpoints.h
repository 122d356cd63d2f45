#pragma once

#include <span>

#include "estimate/app.h"
#include "estimate/forms.h"
#include "guard/entitled.h"

namespace ssr::estimate {

using guard::Colleague, guard::SignedIn;
using web::Form, web::Press, web::Query, web::Response;
using Entitled = guard::Entitled<Module::estimate>;
using Finishing = guard::Finishing<Module::estimate>;

std::span<web::Route<App> const> routes();

// Every endpoint of this binary. Finishing: also after a subscription has ended, so that nothing begun is
// lost; what is new and what is printed needs Entitled. Works and estimates are those of the organisation
// that the person works in, whose viewers change nothing; any other does not exist.

// works.cpp
Response list_works(App&, Colleague const&, Query<WorksQuery> const&);
Response rename_work(App&, Colleague const&, Form<RenameForm> const&, PublicWorkId const&);
Response delete_work(App&, Colleague const&, Form<Press> const&, PublicWorkId const&);
Response restore_work(App&, Colleague const&, Form<Press> const&, PublicWorkId const&);

// opening.cpp
Response show_start(App&, Entitled const&);
Response open_estimate(App&, Entitled const&, Form<NewEstimateForm> const&);

// editor.cpp
Response show_editor(App&, Finishing const&, Query<EditorQuery> const&, PublicEstimateId const&);
Response show_shelf(App&, Finishing const&, Query<EditorQuery> const&, PublicEstimateId const&);
Response save_estimate(App&, Finishing const&, Form<SaveForm> const&, PublicEstimateId const&);

// items.cpp
Response show_item(App&, Finishing const&, Query<ItemQuery> const&, PublicEstimateId const&);
Response add_items(App&, Finishing const&, Form<AddForm> const&, PublicEstimateId const&);
Response remove_item(App&, Finishing const&, Form<ItemForm> const&, PublicEstimateId const&);
Response bring_back_item(App&, Finishing const&, Form<VersionForm> const&, PublicEstimateId const&);
Response move_item(App&, Finishing const&, Form<MoveForm> const&, PublicEstimateId const&);

// workbook.cpp
Response download_workbook(App&, Entitled const&, PublicEstimateId const&);

}  // namespace ssr::estimate
