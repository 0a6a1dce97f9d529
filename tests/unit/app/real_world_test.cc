// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real_world.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <fstream>

#include "support/temporary_folder.h"

using namespace tongxing;
using app::RealWorld;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, std::string_view content) {
  std::ofstream(file) << content;
}

std::string code_of(const auto& result) {
  REQUIRE_FALSE(result);
  REQUIRE(result.error().size() == 1);
  return result.error()[0].code;
}

}  // namespace

TEST_CASE("today is the day in Shanghai, eight hours ahead of UTC") {
  using namespace std::chrono;
  const sys_days day = 2026y / November / 23;
  CHECK(app::shanghai_day(day + 15h + 59min).iso() == "2026-11-23");
  CHECK(app::shanghai_day(day + 16h).iso() == "2026-11-24");
  CHECK(app::shanghai_day(day - 8h).iso() == "2026-11-23");
  CHECK(app::shanghai_day(day - 8h - 1s).iso() == "2026-11-22");
}

TEST_CASE("a file is read whole, up to the limit") {
  const TemporaryFolder folder;
  const RealWorld world;
  put(folder / "five", "12345");
  CHECK(*world.read(folder / "five", 5) == "12345");
  CHECK(code_of(world.read(folder / "five", 4)) == "F004");
  put(folder / "none", "");
  CHECK(world.read(folder / "none", 5)->empty());
}

TEST_CASE("what cannot be read is named, and is the user's mistake") {
  const TemporaryFolder folder;
  const RealWorld world;
  ::mkfifo((folder / "pipe").c_str(), 0600);
  put(folder / "file", "x");
  fs::create_directory(folder / "sub");
  const auto [name, code] = GENERATE(table<std::string, std::string>({
      {"missing", "F001"},
      {"file/below", "F001"},
      {"sub", "F002"},
      {"pipe", "F003"},
  }));
  const auto read = world.read(folder / name, 100);
  CHECK(code_of(read) == code);
  CHECK(read.error()[0].fault == Fault::input);
  CHECK(read.error()[0].path == folder / name);
}

TEST_CASE("a written file is whole, private, and leaves nothing beside it") {
  const TemporaryFolder folder;
  RealWorld world;
  REQUIRE(world.write(folder / "a.pdf", "first", Overwrite::no));
  CHECK(*world.read(folder / "a.pdf", 100) == "first");
  CHECK(fs::status(folder / "a.pdf").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));

  CHECK(code_of(world.write(folder / "a.pdf", "second", Overwrite::no)) == "F010");
  CHECK(*world.read(folder / "a.pdf", 100) == "first");
  REQUIRE(world.write(folder / "a.pdf", "second", Overwrite::yes));
  CHECK(*world.read(folder / "a.pdf", 100) == "second");
  CHECK(world.list(folder.path()) == std::vector<std::string>{"a.pdf"});
}

TEST_CASE("several files are written all or none") {
  const TemporaryFolder folder;
  RealWorld world;
  put(folder / "two.pdf", "old");
  CHECK(code_of(world.write_all({{folder / "one.pdf", "1"}, {folder / "two.pdf", "2"}},
                                Overwrite::no)) == "F010");
  CHECK(world.list(folder.path()) == std::vector<std::string>{"two.pdf"});
  CHECK(*world.read(folder / "two.pdf", 9) == "old");

  REQUIRE(world.write_all({{folder / "one.pdf", "1"}, {folder / "two.pdf", "2"}}, Overwrite::yes));
  CHECK(world.list(folder.path()) == std::vector<std::string>{"one.pdf", "two.pdf"});
  CHECK(*world.read(folder / "two.pdf", 9) == "2");
}

TEST_CASE("the second of two files with one name does not replace the first") {
  const TemporaryFolder folder;
  RealWorld world;
  CHECK(code_of(world.write_all({{folder / "same", "1"}, {folder / "same", "2"}}, Overwrite::no)) ==
        "F010");
  CHECK(world.list(folder.path()).empty());
}

TEST_CASE("a target that cannot be written is an error and leaves nothing") {
  const TemporaryFolder folder;
  RealWorld world;
  put(folder / "file", "x");
  fs::create_directory(folder / "sub");
  const auto [name, fault] = GENERATE(table<std::string, Fault>({
      {"nowhere/a.pdf", Fault::io},
      {"file/a.pdf", Fault::io},
      {"sub", Fault::input},
  }));
  const auto written = world.write(folder / name, "content", Overwrite::yes);
  CHECK(code_of(written) == "F011");
  CHECK(written.error()[0].fault == fault);
  CHECK(world.list(folder.path()) == std::vector<std::string>{"file", "sub"});
}

TEST_CASE("a failure of the disk is told from a mistake of the user") {
  const auto [error, code, fault] = GENERATE(table<int, std::string, Fault>({
      {ENOSPC, "F012", Fault::temporary},
      {EDQUOT, "F012", Fault::temporary},
      {EIO, "F011", Fault::temporary},
      {EROFS, "F011", Fault::io},
      {EACCES, "F011", Fault::io},
      {EEXIST, "F010", Fault::input},
  }));
  const Diagnostic found = app::write_error(error, "out.pdf");
  CHECK(found.code == code);
  CHECK(found.fault == fault);
}

TEST_CASE("an environment variable that is not set is not an empty one") {
  const RealWorld world;
  ::setenv("TONGXING_TEST_EMPTY", "", 1);
  CHECK(world.environment("TONGXING_TEST_EMPTY") == "");
  CHECK_FALSE(world.environment("TONGXING_TEST_NOT_SET"));
}

TEST_CASE("a folder is listed in the order of bytes; no folder is an empty one") {
  const TemporaryFolder folder;
  const RealWorld world;
  for (const char* name : {"b", "B", "ä", "a"}) put(folder / name, "");
  CHECK(world.list(folder.path()) == std::vector<std::string>{"B", "a", "b", "ä"});
  CHECK(world.list(folder / "none").empty());
  CHECK(world.exists(folder / "a"));
  CHECK_FALSE(world.exists(folder / "c"));
}
