#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// A row's key. UserId and PaymentId do not mix. Never leaves the house: URLs and JSON carry a PublicId.
template <class Tag>
class Id {
public:
    constexpr explicit Id(std::int64_t value) : value_{value} {}
    constexpr std::int64_t value() const { return value_; }
    constexpr auto operator<=>(Id const&) const = default;

private:
    std::int64_t value_;
};

/// Lower-case 8-4-4-4-12; nothing if it is not that.
std::optional<std::string> parse_uuid(std::string_view text);
/// A fresh UUIDv7 as text, for the column public_id.
std::string new_public_id();

/// What stands for a row outside: a UUIDv7.
template <class Tag>
class PublicId {
public:
    static std::optional<PublicId> parse(std::string_view text) {
        auto uuid = parse_uuid(text);
        if (!uuid) return std::nullopt;
        return PublicId{*std::move(uuid)};
    }
    static PublicId fresh() { return PublicId{new_public_id()}; }
    std::string const& text() const { return text_; }
    auto operator<=>(PublicId const&) const = default;

private:
    explicit PublicId(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using OrganizationId = Id<struct OrganizationTag>;
using ModuleId = Id<struct ModuleTag>;
using PricingId = Id<struct PricingTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using PeriodId = Id<struct PeriodTag>;
using PaymentId = Id<struct PaymentTag>;
using MandateId = Id<struct MandateTag>;
using CouponId = Id<struct CouponTag>;
using OverrideId = Id<struct OverrideTag>;
using InvoiceId = Id<struct InvoiceTag>;
using CreditNoteId = Id<struct CreditNoteTag>;
using RefundId = Id<struct RefundTag>;
using DatasetId = Id<struct DatasetTag>;
using DatasetVersionId = Id<struct DatasetVersionTag>;
using DatasetRowId = Id<struct DatasetRowTag>;
using WorkId = Id<struct WorkTag>;
using EstimateId = Id<struct EstimateTag>;
using JobId = Id<struct JobTag>;
using BlobId = Id<struct BlobTag>;

using PublicUserId = PublicId<UserTag>;
using PublicSessionId = PublicId<SessionTag>;
using PublicSubscriptionId = PublicId<SubscriptionTag>;
using PublicPaymentId = PublicId<PaymentTag>;
using PublicMandateId = PublicId<MandateTag>;
using PublicOverrideId = PublicId<OverrideTag>;
using PublicCreditNoteId = PublicId<struct CreditNoteTag>;
using PublicRefundId = PublicId<RefundTag>;
using PublicWorkId = PublicId<WorkTag>;
using PublicEstimateId = PublicId<EstimateTag>;
using PublicJobId = PublicId<JobTag>;

}  // namespace ssr
