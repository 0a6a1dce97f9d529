// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/field_map.h"

#include <algorithm>
#include <array>

#include "forms/map_reader.h"

namespace tongxing::forms {
namespace {

using data::Value;

constexpr double longest = 5000;  // mm; 14400 pt, the largest page there is (Annex C.2)

class Decoder {
 public:
  Result<FieldMap> decode(const Value& root) {
    map_.where = root.where;
    if (reader_.need_map(root)) {
      reader_.only_keys(root, {"form", "title", "blank", "font", "size", "smallest", "fields"});
      map_.id = reader_.text(root, "form");
      if (const auto* title = root.find("title"); title && reader_.need_map(*title)) {
        reader_.only_keys(*title, {"zh", "en"});
        map_.title = {reader_.text(*title, "zh"), reader_.text(*title, "en")};
      }
      common_ = style(root, {});
      for (std::size_t i = 0; i < root.entries.size(); ++i)
        if (root.entries[i].key == "blank")
          blank(root.entries[i],
                i + 1 < root.entries.size() ? root.entries[i + 1].key_where.begin : 0);
      if (const auto* fields = root.find("fields"); fields == nullptr) {
        reader_.report("M001", {"the key '{0}' is missing", {{"fields"}}}, root.where);
      } else if (reader_.need_list(*fields)) {
        for (const auto& one : fields->items) entry(one);
      }
    }
    if (!reader_.found().empty()) return reader_.take();
    return std::move(map_);
  }

 private:
  void entry(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"field", "at", "label", "value", "text", "choice", "options",
                              "optional", "font", "size", "smallest", "lines", "comb", "align"});
    MapEntry entry;
    entry.where = value.where;
    entry.field = reader_.text(value, "field");
    if (const auto* at = value.find("at")) entry.place = place(*at);
    entry.label = reader_.text(value, "label");
    entry.optional = reader_.yes_no(value, "optional");
    entry.style = style(value, common_);
    source(value, entry);
    if (entry.field.empty() && !entry.place && !has_places(entry) && reader_.found().empty())
      reader_.report("M001", "an entry says where: 'field', or 'at' with page and millimetres",
                     value.where);
    map_.entries.push_back(std::move(entry));
  }

  /// Exactly one of value, text, choice.
  void source(const Value& value, MapEntry& entry) {
    int given = 0;
    for (const char* key : {"value", "text", "choice"}) given += value.find(key) != nullptr;
    if (given != 1) {
      reader_.report("M001", "an entry has one of 'value', 'choice' and 'text'", value.where);
      return;
    }
    entry.text = reader_.text(value, "text");
    entry.is_choice = value.find("choice") != nullptr;
    entry.path = reader_.text(value, entry.is_choice ? "choice" : "value");
    const auto* options = value.find("options");
    if (options == nullptr) return;
    if (!entry.is_choice)
      reader_.report("M001", "options belong to a 'choice'", options->where);
    else if (options->is_map())
      for (const auto& one : options->entries)
        entry.options.push_back({one.key, reader_.text(one.value), std::nullopt, one.value.where});
    else if (reader_.need_list(*options))
      for (const auto& one : options->items) option(one, entry);
  }

  void option(const Value& value, MapEntry& entry) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"is", "option", "at"});
    MapOption option;
    option.where = value.where;
    option.is = reader_.text(value, "is");
    option.option = reader_.text(value, "option");
    if (const auto* at = value.find("at")) option.place = place(*at);
    if (option.is.empty())
      reader_.report("M001", {"the key '{0}' is missing", {{"is"}}}, value.where);
    entry.options.push_back(std::move(option));
  }

  static bool has_places(const MapEntry& entry) {
    return std::ranges::any_of(entry.options,
                               [](const MapOption& option) { return option.place.has_value(); });
  }

  std::optional<Place> place(const Value& value) {
    if (!reader_.need_map(value)) return std::nullopt;
    reader_.only_keys(value, {"page", "x", "y", "width", "height"});
    const auto page = reader_.count(value, "page");
    const auto x = reader_.number(value, "x", 0, longest);
    const auto y = reader_.number(value, "y", 0, longest);
    const auto width = reader_.number(value, "width", 0, longest);
    const auto height = reader_.number(value, "height", 0, longest);
    if (!page || !x || !y || !width || !height || *width <= 0 || *height <= 0) {
      reader_.report("M004",
                     "a place is page, x, y, width and height: pages from 1, millimetres "
                     "from the top left of the page as it is read",
                     value.where);
      return std::nullopt;
    }
    return Place{*page - 1,
                 {{Length::mm(*x), Length::mm(*y)}, {Length::mm(*width), Length::mm(*height)}}};
  }

  Style style(const Value& value, Style style) {
    if (const auto size = reader_.number(value, "size", 1, 200)) style.size = Length::pt(*size);
    if (const auto size = reader_.number(value, "smallest", 1, 200))
      style.smallest = Length::pt(*size);
    if (const auto lines = reader_.count(value, "lines")) style.lines = *lines;
    if (const auto comb = reader_.count(value, "comb")) style.comb = *comb;
    if (const auto align = choice(value, "align", {"left", "centre", "right"}))
      style.align = static_cast<layout::Align>(*align);
    if (const auto font = choice(value, "font", {"sans", "song", "kai"}))
      style.role = std::array{text::Role::sans, text::Role::song, text::Role::kai}[*font];
    return style;
  }

  std::optional<std::size_t> choice(const Value& map, std::string_view key,
                                    std::array<std::string_view, 3> names) {
    const auto* value = map.find(key);
    if (value == nullptr || value->is_empty()) return std::nullopt;
    const auto at = std::ranges::find(names, value->text);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    reader_.report("M001",
                   {"'{0}' is {1}, {2} or {3}",
                    {{std::string(key)},
                     {std::string(names[0])},
                     {std::string(names[1])},
                     {std::string(names[2])}}},
                   value->where);
    return std::nullopt;
  }

  void blank(const data::Entry& entry, std::uint32_t end) {
    const auto& value = entry.value;
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"sha256", "fingerprint", "edition", "fields"});
    BlankIdentity blank;
    blank.where = {value.where.file, entry.key_where.begin, end};
    blank.sha256 = reader_.text(value, "sha256");
    blank.fingerprint = reader_.text(value, "fingerprint");
    blank.edition = reader_.text(value, "edition");
    if (blank.sha256.empty())
      reader_.report("M001", {"the key '{0}' is missing", {{"sha256"}}}, value.where);
    if (const auto* fields = value.find("fields"); fields && reader_.need_list(*fields))
      for (const auto& one : fields->items) known(one, blank);
    map_.blank = std::move(blank);
  }

  void known(const Value& value, BlankIdentity& blank) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"name", "type", "page", "box", "options"});
    KnownField field;
    field.name = reader_.text(value, "name");
    field.type = reader_.text(value, "type");
    if (const auto page = reader_.count(value, "page")) field.page = static_cast<int>(*page);
    if (const auto* box = value.find("box"); box && reader_.need_list(*box)) {
      std::array<double*, 4> numbers = {&field.x, &field.y, &field.width, &field.height};
      for (std::size_t i = 0; i < std::min(numbers.size(), box->items.size()); ++i) {
        const auto& item = box->items[i];
        if (const auto number = reader_.number(item, "box", -longest, longest, item.where))
          *numbers[i] = *number;
      }
    }
    if (const auto* options = value.find("options"); options && reader_.need_list(*options))
      for (const auto& one : options->items) field.options.push_back(reader_.text(one));
    blank.fields.push_back(std::move(field));
  }

  MapReader reader_;
  Style common_;
  FieldMap map_;
};

}  // namespace

Result<FieldMap> decode_field_map(const Value& root) {
  return Decoder().decode(root);
}

}  // namespace tongxing::forms
