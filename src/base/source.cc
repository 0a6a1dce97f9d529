// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/source.h"

#include <algorithm>

namespace tongxing {

namespace {

constexpr std::size_t kExcerptCells = 100;  // a line of a 16 MB file is not quoted whole

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const auto end = text.rfind('\n', offset - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Drops whole code points from the end until `text` takes at most `cells`.
std::string_view clip_end(std::string_view text, std::size_t cells) {
  if (text.size() > 4 * cells) {
    text = text.substr(0, 4 * cells);
    while (!text.empty() && continues(text.back())) text.remove_suffix(1);
    if (!text.empty()) text.remove_suffix(1);
  }
  while (display_width(text) > cells) {
    do text.remove_suffix(1);
    while (!text.empty() && continues(text.data()[text.size()]));
  }
  return text;
}

std::string_view clip_start(std::string_view text, std::size_t cells) {
  if (text.size() > 4 * cells) text.remove_prefix(text.size() - 4 * cells);
  while (!text.empty() && continues(text.front())) text.remove_prefix(1);
  while (display_width(text) > cells) {
    do text.remove_prefix(1);
    while (!text.empty() && continues(text.front()));
  }
  return text;
}

/// What a terminal must not interpret becomes a blank or a replacement character, one cell each.
std::string harmless(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '\t')
      out += ' ';
    else if (value < 0x20 || value == 0x7F)
      out += "\xEF\xBF\xBD";
    else
      out += byte;
  }
  return out;
}

/// The quoted line and the carets under the span.
struct Excerpt {
  std::string line;
  std::size_t indent = 0;  // cells before the first caret
  std::size_t carets = 1;
};

Excerpt excerpt(const Sources& sources, Span where) {
  const auto text = sources.text(where.file);
  const auto line = sources.line(where.file, where.begin);
  const std::size_t start = line_start(text, std::min<std::size_t>(where.begin, text.size()));
  const std::size_t from = std::min<std::size_t>(where.begin - start, line.size());
  const std::size_t to = std::clamp<std::size_t>(where.end - start, from, line.size());

  const auto before = clip_start(line.substr(0, from), kExcerptCells / 2);
  const auto marked = clip_end(line.substr(from, to - from), kExcerptCells);
  const auto after = clip_end(line.substr(from + marked.size()), kExcerptCells / 2);
  Excerpt result;
  if (before.size() < from) result.line = "…";
  result.line += harmless(before);
  result.indent = display_width(result.line);
  result.line += harmless(marked);
  result.carets = std::max<std::size_t>(1, display_width(harmless(marked)));
  result.line += harmless(after);
  if (from + marked.size() + after.size() < line.size()) result.line += "…";
  return result;
}

}  // namespace

FileId Sources::add(std::string name, std::string text) {
  files_.push_back({std::move(name), std::move(text)});
  return static_cast<FileId>(files_.size());
}

std::string_view Sources::name(FileId file) const {
  return files_.at(static_cast<std::size_t>(file) - 1).name;
}

std::string_view Sources::text(FileId file) const {
  return files_.at(static_cast<std::size_t>(file) - 1).text;
}

Sources::Place Sources::place(FileId file, std::uint32_t offset) const {
  const auto before = text(file).substr(0, offset);
  const auto start = line_start(before, before.size());
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          1 + code_points(before.substr(start))};
}

std::string_view Sources::line(FileId file, std::uint32_t offset) const {
  const auto all = text(file);
  const auto start = line_start(all, std::min<std::size_t>(offset, all.size()));
  const auto rest = all.substr(start);
  return rest.substr(0, rest.find('\n'));
}

std::string print(const Diagnostic& diagnostic, const Sources& sources, const PrintStyle& style) {
  const auto say = [&](const Message& message) {
    return harmless(fill(style.translate(message.id), message, style.values));
  };
  const std::string red = style.colour ? "\x1b[1;31m" : "";
  const std::string blue = style.colour ? "\x1b[34m" : "";
  const std::string plain = style.colour ? "\x1b[0m" : "";

  std::string out = red + style.translate("error") + "[" + diagnostic.code + "]" + plain + ": " +
                    say(diagnostic.what) + "\n";
  std::string gutter = "  ";
  auto hint = diagnostic.hints.begin();
  if (diagnostic.where.file != FileId::none) {
    const auto place = sources.place(diagnostic.where.file, diagnostic.where.begin);
    auto number = std::to_string(place.line);
    gutter.assign(std::max<std::size_t>(2, number.size()), ' ');
    number.insert(0, gutter.size() - number.size(), ' ');
    out += blue + gutter + "┌─" + plain + " " + harmless(sources.name(diagnostic.where.file)) +
           ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
    if (style.values == ShowValues::yes) {
      const auto quoted = excerpt(sources, diagnostic.where);
      out += blue + number + "│" + plain + " " + quoted.line + "\n" + blue + gutter + "│" + plain +
             " " + std::string(quoted.indent, ' ') + red + std::string(quoted.carets, '^') + plain;
      if (hint != diagnostic.hints.end()) out += " " + say(*hint++);
      out += "\n";
    }
  } else if (!diagnostic.path.empty()) {
    out += blue + gutter + "┌─" + plain + " " + harmless(diagnostic.path) + "\n";
  }
  for (; hint != diagnostic.hints.end(); ++hint) out += gutter + "= " + say(*hint) + "\n";
  const Message help("help: {0}", {{"`tongxing explain " + diagnostic.code + "`"}});
  return out + gutter + "= " + say(help) + "\n";
}

}  // namespace tongxing
