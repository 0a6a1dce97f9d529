// SPDX-License-Identifier: GPL-3.0-or-later
// What several of our sheets are built from.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compose/context.h"
#include "layout/flow.h"

namespace tongxing::compose {

/// One part being written: its pages, pen and flow.
class SheetWriter {
 public:
  /// `title` stands on top of every page, the applicant's name at its right, so that a loose page
  /// finds its family. An empty title: no head.
  SheetWriter(const Context& context, model::Bilingual title);

  layout::Part take();  ///< finishes; nothing may follow
  layout::Pen& pen() { return pen_; }
  layout::Flow& flow() { return flow_; }
  const Context& context() const { return context_; }
  /// Drawn as decoration under the head of every later page, from y down; returns its height.
  std::function<Length(layout::Pen&, Length y)> table_head;

  Length left() const { return context_.style.sheet().left; }
  Length right() const { return context_.style.sheet().right; }
  Length width() const { return context_.style.sheet().width(); }

 private:
  Length head(layout::Pen& pen, std::size_t page);
  Length draw_head(layout::Pen& pen, bool continued);

  const Context& context_;
  model::Bilingual title_;
  layout::Part part_;
  layout::Pen pen_;
  layout::Flow flow_;
};

/// The Chinese text and under it the second language; returns the height used.
Length pair(const Context& context, layout::Pen& pen, Length x, Length y, Length width,
            const layout::Type& zh, const layout::Type& second, const model::Bilingual& text,
            layout::Align align = layout::Align::left);

/// A section heading with the second language on the same line; returns the height used.
Length section_heading(const Context& context, layout::Pen& pen, Length x, Length y, Length width,
                       const model::Bilingual& text);

/// Fills the left column, then the right one, page by page, each box whole; the last page's columns
/// end at the same height. Boxes are drawn in the left column; `right` is the way to the other.
void two_columns(SheetWriter& sheet, std::vector<layout::Box> boxes, Length right);

/// The part made again with less white between things, if its last page is nearly empty and that
/// saves the page.
layout::Part less_white(const Context& context, layout::Part usual,
                        const std::function<layout::Part(const Context&)>& compose);

/// A few words that stay on one line: their spaces do not break.
std::string unbroken(std::string_view text);

/// A name in as many lines as it takes; a word wider than the line makes the type smaller, down to
/// 8 pt, before it is broken. Returns the height used.
Length name_lines(layout::Pen& pen, Length x, Length y, Length width, layout::Type type,
                  std::string_view name, std::string_view language = {},
                  layout::Align align = layout::Align::left);

/// An item with a key or number before it: 甲 …
layout::Box keyed_item(const Context& context, layout::Pen& pen, Length x, Length width,
                       std::string_view key, const model::Bilingual& text,
                       const std::string& sources = {});

enum class Dates : std::uint8_t { shown, left_to_key };
/// "A 2023-05-20" for each source, inferred ones said so.
std::vector<model::Bilingual> source_lines(const Context& context,
                                           const std::vector<model::Citation>& citations,
                                           const std::vector<model::NoteId>& notes,
                                           Dates dates = Dates::shown);
/// Only the keys, in brackets at the end of a sentence: "〔A,C〕"; the list of sources has the
/// dates.
std::string source_mark(const Context& context, const std::vector<model::Citation>& citations);

/// The question with the person it is about in its gap: 父亲的护照号码？
model::Bilingual question_text(const Context& context, const model::Question& question);
model::Bilingual question_reason(const Context& context, const model::Question& question);

/// What a reader has to know of the second language: nobody has reviewed it, or some of it is still
/// English. Nothing for English itself.
std::vector<model::Bilingual> about_translation(const Context& context);

/// A name for a head or a cell: 米艾玛 MILLER, EMMA ROSE.
std::string name_line(const Context& context, const PersonKey& person);

}  // namespace tongxing::compose
