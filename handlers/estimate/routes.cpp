#include "estimate/endpoints.h"

namespace ssr::estimate {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/works/", list_works),
    web::post("/works/{}/rename/", rename_work),
    web::post("/works/{}/delete/", delete_work),
    web::post("/works/{}/restore/", restore_work),
    web::get("/estimate/", show_start),
    web::post("/estimate/", open_estimate),
    web::get("/estimate/{}/", show_editor),
    web::get("/estimate/{}/shelf/", show_shelf),
    web::get("/estimate/{}/item/", show_item),
    web::post("/estimate/{}/save/", save_estimate),
    web::post("/estimate/{}/add/", add_items),
    web::post("/estimate/{}/remove/", remove_item),
    web::post("/estimate/{}/bring-back/", bring_back_item),
    web::post("/estimate/{}/move/", move_item),
    web::get("/estimate/{}/workbook/", download_workbook),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::estimate
