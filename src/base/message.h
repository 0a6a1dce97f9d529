// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence of the program's own, before it is put into a language.
//
// The English text with {0}, {1} … is the key of the gettext catalogues (docs/HACKING.md), so the
// sentence can be translated when it is printed. What a user wrote about a person is marked as
// `personal` and is shown only where the user asked for it or looks at a terminal.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tongxing {

struct Message {
  struct Argument {
    std::string text;
    bool personal = false;
    bool operator==(const Argument&) const = default;
  };

  std::string id;  ///< English, with {0} for the first argument
  std::vector<Argument> arguments;

  Message() = default;
  Message(std::string_view english) : id(english) {}
  Message(const char* english) : id(english) {}
  Message(std::string_view english, std::initializer_list<Argument> list)
      : id(english), arguments(list) {}
  bool operator==(const Message&) const = default;
};

/// A value of somebody's profile, to be hidden in logs.
inline Message::Argument personal(std::string_view value) {
  return {std::string(value), true};
}

enum class ShowValues : bool { no, yes };

/// Puts the arguments into `pattern` (the id, or its translation). Hidden values print as "…".
std::string fill(std::string_view pattern, const Message& message, ShowValues show);

/// The English sentence with all values; for tests and JSON that goes to the user.
std::string english(const Message& message);

}  // namespace tongxing
