// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/structure.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <string>

#include "page/names.h"

namespace tongxing::pdf {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// Content of an element: marked content, or an annotation.
struct Leaf {
  page::TagId tag;
  std::uint32_t page = 0;
  std::uint32_t mark = 0;
  ObjectNumber annotation = 0;  ///< 0: marked content
};

std::size_t index(page::TagId tag) {
  return static_cast<std::size_t>(tag);
}

/// The owners of a page's annotations, as they are numbered.
template <class Visit>
void each_annotated(const page::Page& page, Visit visit) {
  for (const auto& jump : page.jumps) visit(jump.tag);
  for (const auto& field : page.fields) visit(field.tag);
}

class StructureWriter {
 public:
  StructureWriter(PartBuilder& part, const page::Document& document,
                  const std::vector<PageStructure>& pages, const StructureNumbers& numbers)
      : part_(part), document_(document), pages_(pages), numbers_(numbers) {}

  void write() {
    link_children();
    gather_leaves();
    auto leaf = leaves_.begin();
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      const auto begin = leaf;
      while (leaf != leaves_.end() && index(leaf->tag) == i) ++leaf;
      element(i, {begin, leaf});
    }
    root();
    parent_tree();
  }

 private:
  using Leaves = std::span<const Leaf>;

  ObjectNumber number(std::size_t tag) const {
    return numbers_.first_element + static_cast<ObjectNumber>(tag);
  }

  void link_children() {
    const auto& tags = document_.tags;
    first_child_.assign(tags.size(), none);
    next_.assign(tags.size(), none);
    for (auto i = tags.size(); i-- > 1;) {
      const auto parent = index(tags[i].parent);
      assert(parent < i);
      next_[i] = first_child_[parent];
      first_child_[parent] = static_cast<std::uint32_t>(i);
    }
  }

  void gather_leaves() {
    for (std::uint32_t page = 0; page < pages_.size(); ++page) {
      const auto& marks = pages_[page].marks;
      for (std::uint32_t mark = 0; mark < marks.size(); ++mark) {
        leaves_.push_back({marks[mark], page, mark, 0});
      }
      auto annotation = pages_[page].first_annotation;
      each_annotated(document_.pages[page], [&](page::TagId tag) {
        leaves_.push_back({tag, page, 0, annotation++});
      });
    }
    std::stable_sort(leaves_.begin(), leaves_.end(),
                     [](const Leaf& a, const Leaf& b) { return a.tag < b.tag; });
  }

  void element(std::size_t i, Leaves leaves) {
    const auto& tag = document_.tags[i];
    auto& out = part_.object(number(i));
    out += "<</S/";
    out += name_of(tag.type);
    out += "/P ";
    put_reference(out, i == 0 ? numbers_.root : number(index(tag.parent)));
    if (!leaves.empty()) {
      out += "/Pg ";
      put_reference(out, pages_[leaves.front().page].page);
    }
    kids(out, i, leaves);
    properties(out, tag, i);
    attributes(out, tag, leaves);
    out += ">>";
  }

  void kids(std::string& out, std::size_t i, Leaves leaves) {
    assert(leaves.empty() || first_child_[i] == none);
    if (leaves.empty() && first_child_[i] == none) return;
    const bool single = leaves.empty() ? next_[first_child_[i]] == none : leaves.size() == 1;
    out += single ? "/K " : "/K[";
    bool first = true;
    const auto separate = [&] {
      if (!first) out += ' ';
      first = false;
    };
    for (auto child = first_child_[i]; child != none; child = next_[child]) {
      separate();
      put_reference(out, number(child));
    }
    for (const auto& leaf : leaves) {
      separate();
      kid(out, leaf, leaves.front().page);
    }
    if (!single) out += ']';
  }

  void kid(std::string& out, const Leaf& leaf, std::uint32_t page_of_element) {
    if (leaf.annotation == 0 && leaf.page == page_of_element) {
      put(out, leaf.mark);
      return;
    }
    out += leaf.annotation != 0 ? "<</Type/OBJR" : "<</Type/MCR";
    if (leaf.page != page_of_element) {
      out += "/Pg ";
      put_reference(out, pages_[leaf.page].page);
    }
    if (leaf.annotation != 0) {
      out += "/Obj ";
      put_reference(out, leaf.annotation);
    } else {
      out += "/MCID ";
      put(out, leaf.mark);
    }
    out += ">>";
  }

  void properties(std::string& out, const page::Tag& tag, std::size_t i) {
    const auto text = [&](std::string_view key, const std::string& value) {
      if (value.empty()) return;
      out += key;
      put_text(out, value);
    };
    text("/T", tag.title);
    text("/Lang", tag.language);
    text("/Alt", tag.alt);
    text("/ActualText", tag.actual_text);
    if (tag.type == page::TagType::note) {  // ISO 14289-1, 7.9
      notes_.push_back(i);
      text("/ID", note_name(i));
    }
  }

  /// One attribute object for each owner; no element of ours has two.
  void attributes(std::string& out, const page::Tag& tag, Leaves leaves) {
    if (tag.type == page::TagType::th || tag.type == page::TagType::td) {
      table_cell(out, tag);
    } else if (tag.type == page::TagType::l) {
      out += tag.decimal_list ? "/A<</O/List/ListNumbering/Decimal>>"
                              : "/A<</O/List/ListNumbering/None>>";
    } else if (tag.box) {
      const auto page = leaves.empty() ? 0 : leaves.front().page;
      out += "/A<</O/Layout/Placement/Block/BBox";
      put_box(out, *tag.box, document_.pages[page].size.height);
      out += ">>";
    } else if (!tag.print_field.empty()) {
      print_field(out, tag);
    }
  }

  void table_cell(std::string& out, const page::Tag& tag) {
    if (tag.scope == page::Scope::none && tag.column_span == 1 && tag.row_span == 1) return;
    out += "/A<</O/Table";
    if (tag.scope != page::Scope::none) {
      out += "/Scope/";
      out += name_of(tag.scope);
    }
    if (tag.column_span != 1) {
      out += "/ColSpan ";
      put(out, tag.column_span);
    }
    if (tag.row_span != 1) {
      out += "/RowSpan ";
      put(out, tag.row_span);
    }
    out += ">>";
  }

  /// A form field drawn as ink (14.8.5.6).
  void print_field(std::string& out, const page::Tag& tag) {
    out += "/A<</O/PrintField/Role/";
    out += tag.print_field;
    if (tag.checked) out += *tag.checked ? "/checked/on" : "/checked/off";
    if (!tag.description.empty()) {
      out += "/Desc";
      put_text(out, tag.description);
    }
    out += ">>";
  }

  /// Of equal length, so that they sort as numbers do.
  static std::string note_name(std::size_t i) {
    const auto digits = std::to_string(i);
    return "note-" + std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits;
  }

  void root() {
    auto& out = part_.object(numbers_.root);
    out += "<</Type/StructTreeRoot/K ";
    put_reference(out, number(0));
    out += "/ParentTree ";
    put_reference(out, numbers_.parent_tree);
    out += "/ParentTreeNextKey ";
    put(out, static_cast<std::int64_t>(pages_.size()) + annotation_count());
    if (!notes_.empty()) {
      out += "/IDTree<</Names[";
      for (const auto i : notes_) {
        put_text(out, note_name(i));
        put_reference(out, number(i));
      }
      out += "]>>";
    }
    out += ">>";
  }

  std::int64_t annotation_count() const {
    std::int64_t count = 0;
    for (const auto& page : document_.pages) each_annotated(page, [&](page::TagId) { ++count; });
    return count;
  }

  void parent_tree() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      auto& owners = part_.object(numbers_.first_page_owners + static_cast<ObjectNumber>(page));
      owners += '[';
      for (const auto tag : pages_[page].marks) {
        put_reference(owners, number(index(tag)));
        owners += ' ';
      }
      owners += ']';
    }
    auto& out = part_.object(numbers_.parent_tree);
    out += "<</Nums[";
    std::int64_t key = 0;
    const auto entry = [&](ObjectNumber value) {
      put(out, key++);
      out += ' ';
      put_reference(out, value);
      out += ' ';
    };
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      entry(numbers_.first_page_owners + static_cast<ObjectNumber>(page));
    }
    for (const auto& page : document_.pages) {
      each_annotated(page, [&](page::TagId tag) { entry(number(index(tag))); });
    }
    out += "]>>";
  }

  PartBuilder& part_;
  const page::Document& document_;
  const std::vector<PageStructure>& pages_;
  const StructureNumbers& numbers_;
  std::vector<std::uint32_t> first_child_, next_;
  std::vector<Leaf> leaves_;  ///< by tag; within a tag in page order
  std::vector<std::size_t> notes_;
};

}  // namespace

void write_structure(PartBuilder& part, const page::Document& document,
                     const std::vector<PageStructure>& pages, const StructureNumbers& numbers) {
  StructureWriter(part, document, pages, numbers).write();
}

}  // namespace tongxing::pdf
