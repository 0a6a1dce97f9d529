// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <deque>
#include <utility>

#include "pdf/catalog.h"
#include "pdf/cluster.h"
#include "pdf/content.h"
#include "pdf/fields.h"
#include "pdf/file.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/pdf.h"
#include "pdf/stationery.h"
#include "pdf/structure.h"

namespace tongxing::pdf {
namespace {

/// Once per packet: the fastest. Level 6 would gain 0.6 kB of 100; deflating what is shorter than
/// this, 1 kB.
constexpr int packet_level = 1;
constexpr std::size_t packet_smallest = 2000;

/// A font of what the fixed fonts lack.
struct VaryingFont {
  Font font;
  text::FaceId face;
  ObjectNumber object = 0;
};

class Writer {
 public:
  Writer(const page::Document& document, const Stationery::State& stationery,
         const text::FontSet& fonts)
      : document_(document),
        stationery_(stationery),
        fonts_(fonts),
        deflater_(packet_level, packet_smallest),
        part_(deflater_),
        next_(stationery.count + 1),
        fields_(document) {}

  std::string write() {
    assert(!document_.tags.empty() && !document_.pages.empty());
    make_varying_fonts();
    draw_pages();
    const auto numbers = number_objects();
    write_streams(numbers);
    write_objects(numbers);
    return assemble(numbers);
  }

 private:
  struct PageInHand {
    PageInHand(const Writer& writer, const page::Page& page, const PreparedLayer* prepared,
               Pictures& pictures)
        : layer(prepared),
          content(writer.table_, writer.document_.tags, page.size.height,
                  prepared != nullptr ? prepared->marks.size() : 0, pictures) {
      content.draw(page.items);
    }
    const PreparedLayer* layer;  ///< null: none
    Content content;
    ObjectNumber stream = 0;
  };
  struct Numbers : RootNumbers {
    ObjectNumber first_picture = 0, container = 0, xref = 0;
    StructureNumbers elements{0, 0};
  };

  ObjectNumber take(std::size_t count = 1) {
    return std::exchange(next_, next_ + static_cast<ObjectNumber>(count));
  }

  void make_varying_fonts() {
    table_.resize(fonts_.face_count());
    for (std::size_t i = 0; i < stationery_.fonts.size(); ++i) {
      table_[i].fixed = stationery_.fonts[i].font.get();
    }
    std::vector<GlyphCollector> wanted(table_.size());
    for (const auto& page : document_.pages) {
      for (const auto& item : page.items) {
        if (const auto* text = std::get_if<page::Text>(&item.draw)) collect(text->run, wanted);
      }
    }
    for (std::size_t face = 0; face < wanted.size(); ++face) {
      if (wanted[face].empty()) continue;
      const auto id = static_cast<text::FaceId>(face);
      varying_.push_back({Font(fonts_, id, wanted[face].take()), id, take(Font::object_count)});
      table_[face].varying = &varying_.back().font;
    }
  }

  void collect(const text::Run& run, std::vector<GlyphCollector>& wanted) {
    if (run.blank_box) return;
    const auto face = static_cast<std::size_t>(run.face);
    const auto* fixed = table_[face].fixed;
    for (std::size_t i = 0; i < run.glyphs.size();) {
      const auto cluster = cluster_at(run, i);
      for (; i < cluster.end; ++i) {
        const auto glyph = run.glyphs[i].id;
        if (fixed == nullptr || fixed->find(glyph) == nullptr) {
          wanted[face].add(glyph, share_of(cluster, run, i));
        }
      }
    }
  }

  void draw_pages() {
    fixed_used_.resize(table_.size());
    for (const auto& page : document_.pages) {
      const PreparedLayer* layer =
          page.layer ? &stationery_.layer(page.layer.get(), page.size.height) : nullptr;
      const auto& drawn = pages_.emplace_back(*this, page, layer, pictures_);
      use(drawn.content.fixed_used());
      if (layer != nullptr) use(layer->fonts);
    }
    if (document_.typed) {
      assert(table_[static_cast<std::size_t>(*document_.typed)].fixed != nullptr);
      fixed_used_[static_cast<std::size_t>(*document_.typed)] = true;
    }
  }

  void use(const std::vector<bool>& fonts) {
    for (std::size_t face = 0; face < fonts.size(); ++face) {
      if (fonts[face]) fixed_used_[face] = true;
    }
  }

  Numbers number_objects() {
    Numbers n;
    n.catalog = take();
    n.pages = take();
    n.info = take();
    n.metadata = take();
    n.resources = take();
    n.first_picture = take(pictures_.all().size());
    for (std::size_t i = 0; i < pages_.size(); ++i) page_objects_.push_back(take());
    for (auto& page : pages_) page.stream = take();
    n.elements = StructureNumbers(take(structure_count(document_)), document_.tags.size());
    n.structure = n.elements.root;
    n.output_intent = stationery_.output_intent;
    for (std::size_t i = 0; i < pages_.size(); ++i) structure_.push_back(structure_of(i));
    if (!document_.outline.empty()) n.outline = take(document_.outline.size() + 1);
    if (!fields_.empty()) n.form = take(fields_.object_count());
    n.container = take();
    n.xref = take();
    return n;
  }

  PageStructure structure_of(std::size_t i) {
    const auto& page = document_.pages[i];
    PageStructure out;
    out.page = page_objects_[i];
    out.first_annotation = take(page.jumps.size() + page.fields.size());
    if (pages_[i].layer != nullptr) {
      for (const auto mark : pages_[i].layer->marks) {
        out.marks.push_back(static_cast<page::TagId>(static_cast<std::uint32_t>(mark) +
                                                     static_cast<std::uint32_t>(page.layer_tags)));
      }
    }
    const auto& own = pages_[i].content.marks();
    out.marks.insert(out.marks.end(), own.begin(), own.end());
    return out;
  }

  void write_streams(const Numbers& n) {
    for (const auto& page : pages_) {
      part_.stream(page.stream, "", page.content.operators(), Packing::deflated);
    }
    // CFF hardly shrinks (8 %), and takes longest.
    for (const auto& font : varying_) {
      const bool cff = fonts_.metrics(font.face).cff;
      font.font.write(part_, font.object, cff ? Packing::stored : Packing::deflated);
    }
    auto number = n.first_picture;
    for (const auto* picture : pictures_.all()) {
      std::string entries;
      put_image_entries(entries, *picture);
      part_.stream(number++, entries, *picture->bytes,
                   picture->jpeg ? Packing::stored : Packing::deflated);
    }
    // Readable by programs that know no PDF.
    part_.stream(n.metadata, "/Type/Metadata/Subtype/XML", xmp(document_), Packing::stored);
  }

  void write_objects(const Numbers& n) {
    put_catalog(part_.object(n.catalog), document_, n);
    put_page_tree(part_.object(n.pages), page_objects_);
    put_info(part_.object(n.info), document_);
    resources(n);
    auto key = static_cast<std::int64_t>(pages_.size());
    Fields::Numbers form{n.form, 0, {}, {}};
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      page(i, n, key);
      form.widgets.push_back({page_objects_[i], first_widget(i), key});
      key += static_cast<std::int64_t>(document_.pages[i].fields.size());
    }
    if (!fields_.empty()) write_fields(std::move(form));
    write_structure(part_, document_, structure_, n.elements);
    if (n.outline != 0) write_outline(part_, document_, page_objects_, n.outline);
  }

  void resources(const Numbers& n) {
    auto& out = part_.object(n.resources);
    const auto name = [&](std::string_view prefix, std::size_t i, ObjectNumber object) {
      out += prefix;
      put(out, static_cast<std::int64_t>(i));
      out += ' ';
      put_reference(out, object);
    };
    out += "<</Font<<";
    for (std::size_t face = 0; face < fixed_used_.size(); ++face) {
      if (fixed_used_[face]) name("/F", face, stationery_.fonts[face].object);
    }
    for (const auto& font : varying_) name("/V", static_cast<std::size_t>(font.face), font.object);
    out += ">>";
    if (!pictures_.all().empty()) {
      out += "/XObject<<";
      for (std::size_t i = 0; i < pictures_.all().size(); ++i) {
        name("/I", i, n.first_picture + static_cast<ObjectNumber>(i));
      }
      out += ">>";
    }
    out += ">>";
  }

  ObjectNumber first_widget(std::size_t i) const {
    return structure_[i].first_annotation +
           static_cast<ObjectNumber>(document_.pages[i].jumps.size());
  }

  void write_fields(Fields::Numbers form) {
    const auto face = static_cast<std::size_t>(document_.typed.value());
    form.font = stationery_.fonts[face].object;
    form.font_name = "F" + std::to_string(face);
    fields_.write(part_, form);
  }

  /// `key`: next free entry of the parent tree for an annotation.
  void page(std::size_t i, const Numbers& n, std::int64_t& key) {
    const auto& page = document_.pages[i];
    auto& out = part_.object(page_objects_[i]);
    out += "<</Type/Page/Parent ";
    put_reference(out, n.pages);
    out += "/MediaBox";
    put_box(out, {{}, page.size}, page.size.height);
    out += "/Resources ";
    put_reference(out, n.resources);
    out += "/Contents[";
    if (pages_[i].layer != nullptr) {
      put_reference(out, pages_[i].layer->stream);
      out += ' ';
    }
    put_reference(out, pages_[i].stream);
    out += "]/StructParents ";
    put(out, static_cast<std::int64_t>(i));
    if (const auto count = page.jumps.size() + page.fields.size(); count != 0) {
      out += "/Tabs/S/Annots[";
      for (std::size_t k = 0; k < count; ++k) {
        put_reference(out, structure_[i].first_annotation + static_cast<ObjectNumber>(k));
        out += ' ';
      }
      out += ']';
    }
    out += ">>";
    auto annotation = structure_[i].first_annotation;
    for (const auto& jump : page.jumps) {
      write_jump(part_, jump, page.size.height, page_objects_, annotation++, key++);
    }
  }

  std::string assemble(const Numbers& n) {
    File file(n.xref);
    file.add(stationery_.base);
    for (std::size_t face = 0; face < fixed_used_.size(); ++face) {
      if (fixed_used_[face]) file.add(stationery_.fonts[face].part);
    }
    for (const auto& layer : stationery_.layers) {
      const auto used = std::any_of(pages_.begin(), pages_.end(),
                                    [&](const auto& page) { return page.layer == &layer; });
      if (used) file.add(layer.part);
    }
    file.add(prepared(part_.finish(n.container)));
    return std::move(file).finish(deflater_, n.catalog, n.info);
  }

  const page::Document& document_;
  const Stationery::State& stationery_;
  const text::FontSet& fonts_;
  Deflater deflater_;
  PartBuilder part_;
  ObjectNumber next_;

  std::deque<VaryingFont> varying_;  // table_ points into it
  std::vector<FaceFonts> table_;
  std::vector<bool> fixed_used_;
  Pictures pictures_;
  std::deque<PageInHand> pages_;
  std::vector<ObjectNumber> page_objects_;
  std::vector<PageStructure> structure_;
  Fields fields_;
};

}  // namespace

std::string write(const page::Document& document, const Stationery& stationery,
                  const text::FontSet& fonts) {
  return Writer(document, stationery.state(), fonts).write();
}

}  // namespace tongxing::pdf
