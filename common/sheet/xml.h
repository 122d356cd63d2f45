#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "sheet/archive.h"

namespace ssr::sheet {

/// The attributes of one element, while it begins. Names are without prefix: "r:id" is "id".
class XmlAttributes {
public:
    explicit XmlAttributes(char const* const* pairs) : pairs_{pairs} {}
    /// Empty where it is absent.
    std::string_view operator[](std::string_view name) const;

private:
    char const* const* pairs_;
};

/// Takes an XML part as it is read. Names are without prefix.
class XmlVisitor {
public:
    virtual ~XmlVisitor() = default;
    virtual void begin(std::string_view name, XmlAttributes const& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// A piece of the text inside the innermost element; there may be several.
    virtual void text(std::string_view) {}

    /// Why reading shall end here; empty: it goes on.
    std::string const& stopped() const { return stopped_; }

protected:
    void stop(std::string why) {
        if (stopped_.empty()) stopped_ = std::move(why);
    }

private:
    std::string stopped_;
};

/// Refuses a DOCTYPE (and with it every entity of one's own), more than 64 levels, and pieces of more than 1
/// MB.
Result<Done, std::string> read_xml(Archive& archive, std::string const& part, XmlVisitor& visitor);

}  // namespace ssr::sheet
