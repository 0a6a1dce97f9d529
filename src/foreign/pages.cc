// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/pages.h"

#include <algorithm>
#include <cmath>

namespace tongxing::foreign {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfObject;

constexpr std::size_t most_pages = 10'000;
constexpr UserBox letter = {0, 0, 612, 792};  // what readers take where there is no MediaBox
constexpr double farthest = 1'000'000;        // points; a page may have 14,400 (annex C)

bool has_area(const UserBox& box) {
  return box[2] - box[0] > 0 && box[3] - box[1] > 0;
}

/// What is shown: the CropBox, as far as it lies inside the MediaBox (14.11.2).
UserBox shown_box(const Objects& objects, const PdfObject* page) {
  const UserBox media = user_box(objects, objects.at(page, "MediaBox")).value_or(letter);
  const UserBox base = has_area(media) ? media : letter;
  const auto crop = user_box(objects, objects.at(page, "CropBox"));
  if (!crop) return base;
  const UserBox both = {std::max(base[0], (*crop)[0]), std::max(base[1], (*crop)[1]),
                        std::min(base[2], (*crop)[2]), std::min(base[3], (*crop)[3])};
  return has_area(both) ? both : base;
}

/// Seen from the top left corner, y down, each seen point being 1/unit of user space.
Matrix way_to_user(const UserBox& box, int rotation, double unit) {
  const double one = 1 / unit;
  const auto [left, bottom, right, top] = box;
  switch (rotation) {
    case 90:
      return {0, one, one, 0, left, bottom};
    case 180:
      return {-one, 0, 0, one, right, bottom};
    case 270:
      return {0, -one, -one, 0, right, top};
    default:
      return {one, 0, 0, -one, left, top};
  }
}

OfficialPage read_page(const Objects& objects, const PdfObject* page) {
  OfficialPage found;
  found.object = number_of(page);
  const long turned = objects.integer_at(page, "Rotate", 0);
  found.rotation = static_cast<int>(((turned % 360 + 360) % 360) / 90 * 90);
  const double unit = std::clamp(objects.number_at(page, "UserUnit").value_or(1), 0.01, 100.0);
  const UserBox box = shown_box(objects, page);
  const Length width = Length::pt(std::min((box[2] - box[0]) * unit, farthest));
  const Length height = Length::pt(std::min((box[3] - box[1]) * unit, farthest));
  const bool lies = found.rotation % 180 != 0;
  found.size = lies ? page::Size{height, width} : page::Size{width, height};
  found.to_user = way_to_user(box, found.rotation, unit);
  return found;
}

Length bounded(double points) {
  return Length::pt(std::clamp(points, -farthest, farthest));
}

}  // namespace

std::optional<UserBox> user_box(const Objects& objects, const PdfObject* array) {
  if (!array || !array->IsArray() || array->GetArray().size() != 4) return std::nullopt;
  UserBox box{};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto value = objects.number(&array->GetArray()[i]);
    if (!value) return std::nullopt;
    box[i] = std::clamp(*value, -farthest, farthest);
  }
  if (box[0] > box[2]) std::swap(box[0], box[2]);
  if (box[1] > box[3]) std::swap(box[1], box[3]);
  return box;
}

Pages read_pages(const Objects& objects) {
  Pages result;
  const PdfArray* kids = objects.array_at(objects.at(objects.catalog(), "Pages"), "Kids");
  if (!kids) return result;
  for (const PdfObject& kid : *kids) {
    const PdfObject* page = objects.follow(&kid);
    if (!page || !page->IsDictionary()) continue;
    if (result.pages.size() == most_pages) break;
    const std::size_t index = result.pages.size();
    result.pages.push_back(read_page(objects, page));
    result.dictionaries.push_back(page);
    if (const PdfArray* annotations = objects.array_at(page, "Annots"))
      for (const PdfObject& item : *annotations)
        if (const int number = number_of(objects.follow(&item)); number != 0)
          result.page_of.emplace(number, index);
  }
  return result;
}

page::Rect as_seen(const OfficialPage& page, const UserBox& box) {
  // The inverse of to_user, whose determinant is ±1/unit² and which has no shear.
  const Matrix& m = page.to_user;
  const double determinant = m.a * m.d - m.b * m.c;
  const auto seen = [&](double x, double y) {
    const double dx = x - m.e, dy = y - m.f;
    return std::array{(m.d * dx - m.c * dy) / determinant, (m.a * dy - m.b * dx) / determinant};
  };
  const auto first = seen(box[0], box[1]), second = seen(box[2], box[3]);
  const double left = std::min(first[0], second[0]), top = std::min(first[1], second[1]);
  return {{bounded(left), bounded(top)},
          {bounded(std::abs(second[0] - first[0])), bounded(std::abs(second[1] - first[1]))}};
}

}  // namespace tongxing::foreign
