// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/child_process.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "support/temporary_folder.h"

using namespace tongxing;
using End = ChildRun::End;

namespace {

ChildRun shell(const std::string& script, std::string_view input = "", ChildLimits limits = {}) {
  const auto run = run_child({"/bin/sh", {"-c", script}, limits}, input);
  REQUIRE(run);
  return *run;
}

}  // namespace

TEST_CASE("bytes go in and come out, more than any pipe holds") {
  std::string much(3'000'000, '\0');
  for (std::size_t i = 0; i < much.size(); ++i) much[i] = static_cast<char>(i * 7 % 251);
  const auto run = run_child({"/bin/cat", {}, {}}, much);
  REQUIRE(run);
  CHECK(run->end == End::exited);
  CHECK(run->code == 0);
  CHECK(run->out == much);
  CHECK(shell("true", much).out.empty());  // who reads nothing does no harm
}

TEST_CASE("how it ended") {
  CHECK(shell("exit 5").code == 5);
  const ChildRun killed = shell("kill -KILL $$");
  CHECK(killed.end == End::killed);
  CHECK(killed.code == SIGKILL);
  CHECK(shell("while :; do :; done", "", {.cpu_seconds = 1}).end == End::out_of_time);
  const ChildLimits brief{.wall = std::chrono::milliseconds(200)};
  CHECK(shell("sleep 60", "", brief).end == End::out_of_time);
  CHECK(shell("exec >&-; sleep 60", "", brief).end == End::out_of_time);
  CHECK(shell("while :; do echo y; done", "", {.output = 1000}).end == End::too_much_output);
  CHECK(shell("echo 4567", "", {.output = 5}).out == "4567\n");
}

TEST_CASE("nothing of ours is there: no environment, no open file, no stderr") {
  setenv("TONGXING_SECRET", "x", 1);
  CHECK(shell("echo \"$TONGXING_SECRET\"").out == "\n");
  CHECK(shell("echo /proc/self/fd/*").out.find("/fd/4") == std::string::npos);
  CHECK(shell("echo lost >&2").out.empty());
  CHECK(shell("readlink /proc/self/fd/2").out == "/dev/null\n");
}

TEST_CASE("no file grows, no core is dumped") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "written";
  const ChildRun run = shell("echo much > '" + file.string() + "'");
  CHECK((run.end == End::killed || run.code != 0));
  CHECK((!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0));
  CHECK(shell("ulimit -c; ulimit -f").out == "0\n0\n");
  CHECK(shell("ulimit -v", "", {.memory = std::uint64_t{512} << 20}).out == "524288\n");
}

TEST_CASE("a program that is not there is an error of the installation") {
  for (const char* file : {"no/such/program", "/etc/passwd", ""}) {
    CAPTURE(file);
    const auto run = run_child({file, {}, {}}, "");
    REQUIRE_FALSE(run);
    CHECK(run.error().front().code == "F034");
    CHECK(run.error().front().fault == Fault::io);
  }
}
