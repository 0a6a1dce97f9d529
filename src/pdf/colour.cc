// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/colour.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tongxing::pdf {
namespace {

void put32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

/// s15Fixed16Number (ICC.1:2001-04, 5.3.2).
void put_fixed(std::string& out, double value) {
  put32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string element(std::string_view type) {
  std::string out(type);
  put32(out, 0);
  return out;
}

std::string xyz(double x, double y, double z) {
  auto out = element("XYZ ");
  put_fixed(out, x);
  put_fixed(out, y);
  put_fixed(out, z);
  return out;
}

/// textDescriptionType (6.5.17): ASCII, then empty Unicode and Macintosh forms.
std::string description(std::string_view name) {
  auto out = element("desc");
  put32(out, static_cast<std::uint32_t>(name.size() + 1));
  out += name;
  out += '\0';
  out.append(4 + 4 + 2 + 1 + 67, '\0');
  return out;
}

std::string text(std::string_view content) {
  auto out = element("text");
  out += content;
  out += '\0';
  return out;
}

/// The tone curve of IEC 61966-2-1, 5.2, at 256 points.
std::string curve() {
  auto out = element("curv");
  put32(out, 256);
  for (int i = 0; i < 256; ++i) {
    const double x = i / 255.0;
    const double y = x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
    put16(out, static_cast<std::uint32_t>(std::lround(y * 65535)));
  }
  return out;
}

}  // namespace

std::string srgb_profile() {
  // Primaries of sRGB adapted to D50 (Bradford), as every ICC profile of sRGB has them.
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", description("sRGB")},
      {"cprt", text("CC0")},
      {"wtpt", xyz(0.9642, 1, 0.8249)},
      {"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
      {"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
      {"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
      {"rTRC", curve()},
      {"gTRC", {}},  // the three curves are one
      {"bTRC", {}},
  };
  const std::size_t first = 128 + 4 + 12 * tags.size();
  std::string table, data;
  std::size_t place = 0, size = 0;
  put32(table, static_cast<std::uint32_t>(tags.size()));
  for (const auto& [name, content] : tags) {
    if (!content.empty()) {
      place = first + data.size();
      size = content.size();
      data += content;
      data.append((4 - data.size() % 4) % 4, '\0');
    }
    table += name;
    put32(table, static_cast<std::uint32_t>(place));
    put32(table, static_cast<std::uint32_t>(size));
  }

  std::string header;
  put32(header, static_cast<std::uint32_t>(first + data.size()));
  put32(header, 0);           // preferred colour engine: none
  put32(header, 0x02100000);  // version 2.1
  header += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2026u, 1u, 1u, 0u, 0u, 0u}) put16(header, part);
  header += "acsp";
  header.append(28, '\0');  // platform, flags, device, attributes, intent: perceptual
  put_fixed(header, 0.9642);
  put_fixed(header, 1);
  put_fixed(header, 0.8249);
  header.resize(128, '\0');
  return header + table + data;
}

}  // namespace tongxing::pdf
