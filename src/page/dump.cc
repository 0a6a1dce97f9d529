// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "page/document.h"
#include "page/names.h"

namespace tongxing::page {
namespace {

/// One value after another, separated by spaces; optional ones only where they say something.
class Line {
 public:
  explicit Line(std::string& out) : out_(out) {}
  ~Line() { out_ += '\n'; }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  Line& word(std::string_view text) {
    if (!first_) out_ += ' ';
    first_ = false;
    out_ += text;
    return *this;
  }
  Line& number(std::int64_t value) { return word(std::to_string(value)); }
  /// Points, three decimals at most.
  Line& length(Length value) { return word(points(value)); }
  Line& point(Point at) { return word(points(at.x) + ',' + points(at.y)); }
  Line& size(Size size) { return word(points(size.width) + 'x' + points(size.height)); }
  Line& quoted(std::string_view text) {
    std::string escaped = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
    }
    return word(escaped + '"');
  }
  Line& named(std::string_view name, std::string_view text) {
    return text.empty() ? *this : word(name).quoted(text);
  }

 private:
  static std::string points(Length value) {
    const auto milli = value.milli();
    std::string out = milli < 0 ? "-" : "";
    const auto absolute = std::abs(static_cast<std::int64_t>(milli));
    out += std::to_string(absolute / 1000);
    if (absolute % 1000 == 0) return out;
    auto fraction = std::to_string(1000 + absolute % 1000).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return out + '.' + fraction;
  }

  std::string& out_;
  bool first_ = true;
};

std::string id_of(TagId tag) {
  return tag == artifact ? "-" : '#' + std::to_string(static_cast<std::uint32_t>(tag));
}

void dump_tags(std::string& out, const std::vector<Tag>& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const auto& tag = tags[i];
    Line line(out);
    line.word("tag").word(id_of(static_cast<TagId>(i))).word(name_of(tag.type));
    line.word("in").word(id_of(tag.parent));
    if (tag.scope != Scope::none) line.word("scope").word(name_of(tag.scope));
    if (tag.column_span != 1) line.word("columns").number(tag.column_span);
    if (tag.row_span != 1) line.word("rows").number(tag.row_span);
    if (tag.decimal_list) line.word("decimal");
    if (tag.box) line.word("box").point(tag.box->at).size(tag.box->size);
    line.named("field", tag.print_field);
    if (tag.checked) line.word(*tag.checked ? "checked" : "unchecked");
    line.named("description", tag.description).named("alt", tag.alt);
    line.named("actual", tag.actual_text).named("language", tag.language).named("title", tag.title);
  }
}

void draw(Line& line, const Text& text) {
  if (text.run.blank_box) {
    line.word("blank-box");
    return;
  }
  line.word("text").quoted(text.run.text);
  line.word("face").number(static_cast<std::int64_t>(text.run.face));
  line.word("size").length(text.size).word("width").number(text.run.width);
  if (text.run.right_to_left) line.word("right-to-left");
  if (text.grey != 0) line.word("grey").number(text.grey);
  if (text.stroke > Length()) line.word("stroke").length(text.stroke);
  line.named("language", text.language).named("actual", text.actual_text);
}

void draw(Line& line, const Fill& fill) {
  line.word("fill").size(fill.size);
  if (fill.grey != 0) line.word("grey").number(fill.grey);
}

void draw(Line& line, const Path& path) {
  line.word("path");
  auto next = path.points.begin();
  for (const auto verb : path.verbs) {
    constexpr std::string_view letters = "mlch";
    line.word(letters.substr(static_cast<std::size_t>(verb), 1));
    const int count = verb == Path::Verb::curve ? 3 : verb == Path::Verb::close ? 0 : 1;
    for (int i = 0; i < count; ++i) line.point(*next++);
  }
  if (path.fill) line.word("fill").number(*path.fill);
  if (path.stroke) line.word("stroke").number(*path.stroke).word("width").length(path.width);
  for (const auto dash : path.dash) line.word("dash").length(dash);
  if (path.round) line.word("round");
}

void draw(Line& line, const Code& code) {
  line.word("code").number(static_cast<std::int64_t>(code.matrix.side));
  line.word("module").length(code.module);
  const auto dark = std::count(code.matrix.dark.begin(), code.matrix.dark.end(), true);
  line.word("dark").number(dark);
}

void draw(Line& line, const Picture& picture) {
  line.word("picture").word(picture.jpeg ? "jpeg" : "raw").number(picture.width);
  line.number(picture.height).number(picture.components).word("size").size(picture.size);
}

void dump_items(std::string& out, const std::vector<Item>& items) {
  for (const auto& item : items) {
    Line line(out);
    line.word(" ").point(item.at).word(id_of(item.tag));
    std::visit([&](const auto& what) { draw(line, what); }, item.draw);
  }
}

/// Each layer once, in the order of first use; its index is what pages refer to.
std::vector<const Layer*> layers_of(const Document& document) {
  std::vector<const Layer*> out;
  for (const auto& page : document.pages) {
    const auto* layer = page.layer.get();
    if (layer != nullptr && std::find(out.begin(), out.end(), layer) == out.end()) {
      out.push_back(layer);
    }
  }
  return out;
}

void dump_field(std::string& out, const Fillable& field) {
  constexpr std::string_view kinds[] = {"text", "check", "radio"};
  Line line(out);
  line.word("  fill-in").word(kinds[static_cast<std::size_t>(field.kind)]);
  line.point(field.box.at).size(field.box.size).word(id_of(field.tag)).quoted(field.name);
  line.named("option", field.option).named("tooltip", field.tooltip);
  if (field.max_length != 0) line.word("at-most").number(field.max_length);
  if (field.comb) line.word("comb");
  if (field.multiline) line.word("multiline");
  if (field.kind == Fillable::Kind::text) line.word("size").length(field.size);
}

void dump_page(std::string& out, const Page& page, std::size_t number,
               const std::vector<const Layer*>& layers) {
  {
    Line line(out);
    line.word("page").number(static_cast<std::int64_t>(number)).size(page.size);
    line.named("label", page.label);
    if (page.layer) {
      const auto found = std::find(layers.begin(), layers.end(), page.layer.get());
      line.word("layer").number(found - layers.begin()).word("from").word(id_of(page.layer_tags));
    }
  }
  dump_items(out, page.items);
  for (const auto& jump : page.jumps) {
    Line(out)
        .word("  jump")
        .point(jump.from.at)
        .size(jump.from.size)
        .word(id_of(jump.tag))
        .word("to")
        .number(static_cast<std::int64_t>(jump.to_page + 1))
        .quoted(jump.contents);
  }
  for (const auto& field : page.fields) dump_field(out, field);
  for (const auto& expected : page.expectations) {
    Line(out)
        .word("  expect")
        .point(expected.box.at)
        .size(expected.box.size)
        .quoted(expected.text)
        .named("field", expected.field);
  }
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  Line(out).word("document").quoted(document.title).word(document.language).quoted(document.id);
  dump_tags(out, document.tags);
  for (const auto& bookmark : document.outline) {
    Line(out)
        .word("bookmark")
        .quoted(bookmark.title)
        .number(static_cast<std::int64_t>(bookmark.page + 1));
  }
  const auto layers = layers_of(document);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    Line(out).word("layer").number(static_cast<std::int64_t>(i));
    dump_tags(out, layers[i]->tags);
    dump_items(out, layers[i]->items);
  }
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    dump_page(out, document.pages[i], i + 1, layers);
  }
  return out;
}

}  // namespace tongxing::page
