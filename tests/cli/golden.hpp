// Outputs kept as files: a test fails where the program says something else than the file, and shows the lines that
// differ. With BLOCTYPE_UPDATE_GOLDEN=1 in the environment of the test the file is written anew.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace bloctype::blackbox {

/// The lines in which `actual` departs from `expected`, marked `-` (expected) and `+`, with a line around each.
std::string difference(std::string_view expected, std::string_view actual);

/// Whether `actual` is what the file holds: EXPECT_TRUE(matches_golden(...)).
testing::AssertionResult matches_golden(const std::filesystem::path& file, const std::string& actual);

}  // namespace bloctype::blackbox
