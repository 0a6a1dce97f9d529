// SPDX-License-Identifier: GPL-3.0-or-later
// YAML through yaml-cpp's events: its node tree keeps a key that is given twice without a word,
// forgets where a key stands, and expands aliases without a limit.
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <string>

#include "data/builder.h"
#include "data/readers.h"

namespace tongxing::data {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Finds where things end: yaml-cpp says only where they begin.
class Ends {
 public:
  explicit Ends(std::string_view text) : text_(text) {}

  /// The value's own first character, behind an anchor or a tag.
  std::size_t begin(std::size_t at) const {
    at = std::min(at, text_.size());
    while (at < text_.size() && (text_[at] == '&' || text_[at] == '!')) {
      while (at < text_.size() && !is_blank(text_[at])) ++at;
      while (at < text_.size() && is_blank(text_[at])) ++at;
    }
    return at;
  }

  std::size_t scalar(std::size_t begin, std::string_view value) const {
    if (begin >= text_.size()) return text_.size();
    const char first = text_[begin];
    if (first == '"' || first == '\'') return quoted(begin, first);
    if (text_.substr(begin, value.size()) == value) return begin + value.size();
    return line_end(begin);  // a block, or plain text over several lines
  }

  std::size_t line_end(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }

 private:
  std::size_t quoted(std::size_t begin, char quote) const {
    for (std::size_t i = begin + 1; i < text_.size(); ++i) {
      if (quote == '"' && text_[i] == '\\')
        ++i;
      else if (text_[i] != quote)
        continue;
      else if (quote == '\'' && at(i + 1) == quote)
        ++i;
      else
        return i + 1;
    }
    return text_.size();
  }

  std::string_view text_;
};

class YamlEvents : public YAML::EventHandler {
 public:
  YamlEvents(Builder& builder, std::string_view text)
      : builder_(builder), text_(text), ends_(text) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(started_, true)) {
      second_ = true;
      builder_.error("P001", "a second document begins here; a profile is one document",
                     at(mark, 3));
    }
  }
  void OnDocumentEnd() override {}
  /// A second document has begun: read no further, since yaml-cpp can begin more of them for ever
  /// without moving on.
  bool second() const { return second_; }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (ignored()) return;
    builder_.anchor(anchor);
    const auto begin = ends_.begin(position(mark));
    const auto word = text_.substr(begin, 4);
    // Null is a surname; only the small word says that there is nothing.
    if (word == "Null" || word == "NULL")
      builder_.scalar(std::string(word), false, span(begin, 4));
    else
      builder_.empty(span(begin, word == "null" ? 4u : ends_.at(begin) == '~' ? 1u : 0u));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (ignored()) return;
    const auto begin = position(mark);
    std::size_t end = begin;
    while (end < text_.size() && !is_blank(text_[end]) &&
           std::string_view(",]}").find(text_[end]) == std::string_view::npos)
      ++end;
    builder_.copy(anchor, span(begin, end - begin));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (ignored()) return;
    check_tag(mark, tag);
    builder_.anchor(anchor);
    const auto begin = ends_.begin(position(mark));
    last_ = ends_.scalar(begin, value);
    const char first = ends_.at(begin);
    builder_.scalar(value, first == '"' || first == '\'', span(begin, last_ - begin));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    if (ignored()) return;
    check_tag(mark, tag);
    builder_.anchor(anchor);
    builder_.begin_list(at(mark, 1));
  }
  void OnSequenceEnd() override {
    if (!ignored()) builder_.end(static_cast<std::uint32_t>(last_));
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    if (ignored()) return;
    check_tag(mark, tag);
    builder_.anchor(anchor);
    builder_.begin_map(at(mark, 1));
  }
  void OnMapEnd() override { OnSequenceEnd(); }

 private:
  bool ignored() const { return second_ || builder_.stopped(); }
  static std::size_t position(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }
  Span span(std::size_t begin, std::size_t length) const {
    begin = std::min(begin, text_.size());
    const auto end = std::min(begin + length, text_.size());
    return {builder_.file(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  Span at(const YAML::Mark& mark, std::size_t length) const { return span(position(mark), length); }

  /// "?" and "!" are what yaml-cpp calls plain and quoted text.
  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      builder_.error("P001", "tags (!) are not used here; the value is taken as text anyway",
                     at(mark, 1), {"put the text in quotes if it begins with an exclamation mark"});
  }

  Builder& builder_;
  std::string_view text_;
  Ends ends_;
  std::size_t last_ = 0;  // end of the last scalar
  bool started_ = false;
  bool second_ = false;
};

/// What people do wrong most often on the line where the reader gave up, or on the one before.
std::vector<Message> hints(std::string_view text, std::size_t at) {
  const auto line_begin = text.rfind('\n', at == 0 ? 0 : at - 1);
  const auto before = line_begin == std::string_view::npos || line_begin == 0
                          ? 0
                          : text.rfind('\n', line_begin - 1);
  const auto from = before == std::string_view::npos ? 0 : before;
  const auto lines = text.substr(from, std::min(text.find('\n', at), text.size()) - from);
  if (lines.find('\t') != std::string_view::npos) return {"indent with spaces, not with tabs"};
  if (lines.find("：") != std::string_view::npos)
    return {"write an ordinary colon and a space (: ) instead of the full-width ："};
  return {"text that contains : # { [ or begins with * & ! % @ belongs in quotes"};
}

void parse(std::string_view text, Builder& builder) {
  std::istringstream stream{std::string(text)};
  YAML::Parser parser(stream);
  YamlEvents events(builder, text);
  while (!builder.stopped() && !events.second() && parser.HandleNextDocument(events)) {
  }
}

}  // namespace

Result<Document> read_yaml(std::string_view text, FileId file, const Limits& limits) {
  Builder builder(file, limits);
  try {
    parse(text, builder);
  } catch (const YAML::Exception& problem) {
    const auto at = problem.mark.pos < 0
                        ? text.size()
                        : std::min(static_cast<std::size_t>(problem.mark.pos), text.size());
    const auto place = static_cast<std::uint32_t>(at);
    if (dynamic_cast<const YAML::DeepRecursion*>(&problem) == nullptr)
      builder.error("P001", {"this is not YAML: {0}", {{problem.msg}}}, {file, place, place},
                    hints(text, at));
    else if (!builder.failed())  // at 500; our own limit has usually spoken before
      builder.error("P003", {"nested deeper than {0} levels", {{std::to_string(limits.depth)}}},
                    {file, place, place});
  } catch (const std::exception& problem) {
    builder.error("P001", {"this is not YAML: {0}", {{problem.what()}}}, {file, 0, 0});
  }
  return std::move(builder).finish();
}

}  // namespace tongxing::data
