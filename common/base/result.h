#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace ssr {

/// The reason there is no value; becomes any Result whose error it can make.
template <class E>
struct Err {
    E error;
};
template <class E>
Err(E) -> Err<E>;

/// A value, or the reason there is none. Member names of std::expected, so that one alias replaces this file
/// on the day we build as C++23.
template <class T, class E>
class [[nodiscard]] Result {
public:
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    template <class U>
    Result(Err<U> err) : state_{std::in_place_index<1>, std::move(err.error)} {}

    explicit operator bool() const { return state_.index() == 0; }
    bool has_value() const { return state_.index() == 0; }
    T const& operator*() const { return std::get<0>(state_); }
    T& operator*() { return std::get<0>(state_); }
    T const* operator->() const { return &std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }
    E const& error() const { return std::get<1>(state_); }

private:
    std::variant<T, E> state_;
};

/// The value of a Result that carries none.
struct Done {};

}  // namespace ssr
