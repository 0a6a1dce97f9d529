// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as values, with the place in the user's file.
//
// Two kinds of failure, two mechanisms, never mixed:
//   * the INPUT is wrong (profile, rule, form, font, disk) -> Result<T>
//   * the PROGRAM is wrong (broken invariant)               -> assert, abort
// There are no warnings: it is an error, or it is an advisory on the page and in the JSON.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.h"

namespace tongxing {

/// Names one loaded text file; `Sources` (base/source.h) owns the text.
enum class FileId : std::uint32_t { none = 0 };

/// Half-open range [begin, end) of one source file, in bytes of its UTF-8 text as `Sources` holds
/// it. Line and column are computed when printed.
struct Span {
  FileId file = FileId::none;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

/// What kind of thing went wrong; decides the exit code (docs/CLI.md).
enum class Fault : std::uint8_t {
  input,      ///< 2: usage, or the user's file is wrong
  data,       ///< 4: a template, form or field map does not fit
  glyph,      ///< 5: a character is in no font
  output,     ///< 6: the output did not pass its own verification
  io,         ///< 7: disk or other input and output
  temporary,  ///< 75: try again
};

/// One thing somebody can fix.
struct Diagnostic {
  std::string code;                 ///< stable, has a page in `tongxing explain`: "P004"
  Message what;                     ///< lower case, no full stop, names the key
  Span where = {};                  ///< FileId::none = the command line or a whole file
  std::vector<Message> hints = {};  ///< what to do: "did you mean 'birth_date'?"
  Fault fault = Fault::input;
  std::string path = {};  ///< file or folder, where there is no place inside a text
  bool operator==(const Diagnostic&) const = default;
};

/// In source order; printing and golden files rely on it.
using Diagnostics = std::vector<Diagnostic>;

/// A T, or the reasons there is none (at least one Diagnostic).
/// Member names follow std::expected so that C++23 can replace this class.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic one) : state_(std::in_place_index<1>, Diagnostics{std::move(one)}) {}
  Result(Diagnostics all) : state_(std::in_place_index<1>, std::move(all)) {
    assert(!error().empty());
  }

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Requires has_value().
  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  /// Requires !has_value().
  const Diagnostics& error() const& { return *std::get_if<1>(&state_); }
  Diagnostics&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Diagnostics> state_;
};

/// For functions that have nothing to return but their errors: `return ok;`.
struct Ok {
  bool operator==(const Ok&) const = default;
};
inline constexpr Ok ok;

}  // namespace tongxing

/// TRY(auto profile, load_profile(text));  binds the value or returns the errors.
/// A statement in ISO C++, not a GNU statement expression.
#define TRY(declaration, ...) \
  TRY_NAMED_(TRY_JOIN_(try_result_, __COUNTER__), declaration, (__VA_ARGS__))
#define TRY_JOIN_(a, b) TRY_JOIN_AGAIN_(a, b)
#define TRY_JOIN_AGAIN_(a, b) a##b
#define TRY_NAMED_(name, declaration, expression) \
  auto name = expression;                         \
  if (!name) return std::move(name).error();      \
  declaration = *std::move(name)
/// TRY_OK(save(file));  returns the errors of a Result<Ok>.
#define TRY_OK(...)                                                                \
  do {                                                                             \
    if (auto try_ok_ = (__VA_ARGS__); !try_ok_) return std::move(try_ok_).error(); \
  } while (false)
