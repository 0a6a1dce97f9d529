// SPDX-License-Identifier: GPL-3.0-or-later
// JSON through nlohmann's SAX events. They carry no places, so a cursor walks the text in step with
// them: between two events stand only blanks, commas and colons.
#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "data/builder.h"
#include "data/readers.h"

namespace tongxing::data {

namespace {

class JsonEvents final : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonEvents(Builder& builder, std::string_view text) : builder_(builder), text_(text) {}

  bool null() override {
    builder_.empty(literal());
    return go_on();
  }
  bool boolean(bool) override { return unquoted(); }
  bool number_integer(number_integer_t) override { return unquoted(); }
  bool number_unsigned(number_unsigned_t) override { return unquoted(); }
  bool number_float(number_float_t, const string_t&) override { return unquoted(); }
  bool string(string_t& value) override {
    const auto where = quoted();
    builder_.scalar(std::move(value), true, where);
    return go_on();
  }
  bool key(string_t& value) override { return string(value); }
  bool binary(binary_t&) override { return false; }  // not in JSON text

  bool start_object(std::size_t) override {
    builder_.begin_map(sign());
    return go_on();
  }
  bool end_object() override { return end(); }
  bool start_array(std::size_t) override {
    builder_.begin_list(sign());
    return go_on();
  }
  bool end_array() override { return end(); }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& problem) override {
    if (builder_.stopped()) return false;
    // "[json.exception.parse_error.101] parse error at line 1, column 5: what we want"
    std::string what = problem.what();
    if (const auto colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
    const auto place =
        static_cast<std::uint32_t>(std::min(position == 0 ? 0 : position - 1, text_.size()));
    builder_.error("P001", {"this is not JSON: {0}", {{what}}}, {builder_.file(), place, place});
    return false;
  }

 private:
  bool go_on() const { return !builder_.stopped(); }

  bool unquoted() {
    const auto where = literal();
    builder_.scalar(std::string(text_.substr(where.begin, where.end - where.begin)), false, where);
    return go_on();
  }
  bool end() {
    builder_.end(sign().end);
    return go_on();
  }

  std::size_t next() {
    cursor_ = std::min(text_.find_first_not_of(" \t\n,:", cursor_), text_.size());
    return cursor_;
  }
  Span to(std::size_t begin, std::size_t end) {
    cursor_ = std::min(end, text_.size());
    return {builder_.file(), static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(cursor_)};
  }
  Span sign() {
    const auto begin = next();
    return to(begin, begin + 1);
  }
  Span literal() {
    const auto begin = next();
    return to(begin, text_.find_first_of(" \t\n,:]}", begin));
  }
  Span quoted() {
    const auto begin = next();
    auto end = begin + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2u : 1u;
    return to(begin, end + 1);
  }

  Builder& builder_;
  std::string_view text_;
  std::size_t cursor_ = 0;
};

}  // namespace

Result<Document> read_json(std::string_view text, FileId file, const Limits& limits) {
  Builder builder(file, limits);
  try {
    JsonEvents events(builder, text);
    nlohmann::json::sax_parse(text.begin(), text.end(), &events);
  } catch (const std::exception& problem) {
    builder.error("P001", {"this is not JSON: {0}", {{problem.what()}}}, {file, 0, 0});
  }
  return std::move(builder).finish();
}

}  // namespace tongxing::data
