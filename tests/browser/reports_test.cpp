// The reports of the program as their readers meet them: on a phone, a tablet and a screen, in the light and in the
// dark, on paper, by ear; and with hostile texts in every field.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/browser/hostile_files.hpp"
#include "tests/browser/judgements.hpp"
#include "tests/browser/payloads.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::browser {
namespace {

using Arguments = std::vector<std::string>;

constexpr int kWidths[] = {360, 768, 1280};
constexpr double kOnPaper = 10.5;  ///< pixels of the smallest letters on paper: 8 pt

/// A report, by a name for its pictures.
struct Report {
  std::string name;
  Arguments arguments;
  std::vector<std::string> languages = {"en", "es", "pt"};  ///< in which every width is looked at
};

void PrintTo(const Report& report, std::ostream* out) { *out << report.name; }

const std::string kExamples = BLOCTYPE_SOURCE_DIR "/examples";

std::vector<Report> reports() {
  return {
      {"classify", {"classify", "mercosur"}},
      {"classify-all", {"classify", "alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"}, {"en"}},
      {"compare", {"compare", "mercosur", "alba"}},
      {"batch", {"batch", kExamples + "/blocs.csv"}},
      {"landscape", {"landscape", kExamples}},
  };
}

/// Pictures to look at, in the folder that the tests run in.
std::filesystem::path picture(const std::string& name) {
  std::filesystem::create_directories("screenshots");
  return std::filesystem::path("screenshots") / name;
}

class Reports : public testing::TestWithParam<Report> {
 protected:
  /// Writes the report in `language`, which must come out whole.
  std::filesystem::path made(const std::string& language) {
    const std::filesystem::path file = folder_ / (language + ".html");
    Arguments arguments = GetParam().arguments;
    for (const std::string& more : {std::string("--format"), std::string("html"), std::string("--lang"), language,
                                    std::string("-o"), file.string()}) {
      arguments.push_back(more);
    }
    const blackbox::Outcome got = blackbox::run({.arguments = arguments, .folder = folder_.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(got.out, "");
    return file;
  }

  blackbox::ScratchFolder folder_;
};

TEST_P(Reports, ReadWellOnEveryScreen) {
  Page page;
  for (const std::string& language : GetParam().languages) {
    SCOPED_TRACE(language);
    const std::filesystem::path file = made(language);
    page.open(file);
    for (const int width : kWidths) {
      page.set_width(width);
      EXPECT_EQ(fits_width(page), Faults{}) << width;
      EXPECT_EQ(readable(page), Faults{}) << width;
      EXPECT_EQ(no_overlapping_svg_text(page), Faults{}) << width;
      page.screenshot(picture(GetParam().name + "-" + language + "-" + std::to_string(width) + ".png"));
    }
    page.set_scheme(Scheme::kDark);
    EXPECT_EQ(readable(page), Faults{}) << "in the dark";
    page.screenshot(picture(GetParam().name + "-" + language + "-dark.png"));
    page.set_scheme(Scheme::kLight);
    page.set_width(kWidths[0]);
    EXPECT_EQ(no_noise(page), Faults{});
  }
}

TEST_P(Reports, AreWholeOnPaper) {
  Page page;
  page.open(made("en"));
  page.set_media(Media::kPrint);
  page.set_width(720);
  // What is for the screen alone is printed where the reader has opened it.
  page.evaluate("document.querySelectorAll('details.screen').forEach((d) => { d.open = true; })");
  EXPECT_EQ(print_shows_all(page), Faults{});
  EXPECT_EQ(readable(page, {.html_pixels = kOnPaper}), Faults{});
  page.print_to_pdf(picture(GetParam().name + ".pdf"));
  EXPECT_EQ(no_noise(page), Faults{});
}

TEST_P(Reports, AreInOrderForAScreenReader) {
  Page page;
  page.open(made("es"));
  EXPECT_EQ(heading_order(page), Faults{});
  EXPECT_EQ(figures_named(page), Faults{});
  EXPECT_EQ(tables_named(page), Faults{});
  EXPECT_EQ(page.evaluate("document.documentElement.lang"), "es");
}

TEST_P(Reports, HoldNothingThatRunsOrFetches) {
  Page page;
  const std::filesystem::path file = made("pt");
  page.open(file);
  EXPECT_EQ(has_strict_policy(page), Faults{});
  EXPECT_EQ(inert(page), Faults{});
  EXPECT_EQ(well_formed_svg(file), Faults{});
  EXPECT_EQ(no_noise(page), Faults{});
}

INSTANTIATE_TEST_SUITE_P(Shipped, Reports, testing::ValuesIn(reports()), [](const auto& report) {
  std::string name = report.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

/// What makes a report of a hostile file: its arguments but for the format.
struct HostileReport {
  std::string name;
  Arguments arguments;
};

void PrintTo(const HostileReport& report, std::ostream* out) { *out << report.name; }

class HostileReports : public testing::TestWithParam<HostileReport> {
 protected:
  std::filesystem::path made(std::string_view text, const std::string& format) {
    blackbox::write_text(folder_ / "bloc.yaml", description_saying(text));
    blackbox::write_text(folder_ / "wide.csv", wide_table_saying(text));
    blackbox::write_text(folder_ / "long.csv", long_table_saying(text));
    Arguments arguments = GetParam().arguments;
    for (std::string& argument : arguments) {
      if (argument == "TEXT") argument = text;
    }
    const std::filesystem::path file = folder_ / ("report." + format);
    for (const std::string& more : {std::string("--format"), format, std::string("-o"), file.string()}) {
      arguments.push_back(more);
    }
    const blackbox::Outcome got = blackbox::run({.arguments = arguments, .folder = folder_.path()});
    EXPECT_LE(got.code, 1) << got.err;  // a table may disagree with what it expects
    return file;
  }

  blackbox::ScratchFolder folder_;
};

/// With the page's own policy ignored, so that nothing but the escaping keeps it quiet.
TEST_P(HostileReports, SayWhatAFileSaysAndDoNothingOfIt) {
  Page page(Policy::kIgnored);
  page.open(made(kHarmless, "html"));
  const std::vector<std::string> known = shapes(page);
  for (const std::string_view payload : kPayloads) {
    SCOPED_TRACE(payload);
    const std::filesystem::path file = made(payload, "html");
    page.open(file);
    EXPECT_EQ(inert(page, {std::string(payload)}), Faults{});
    EXPECT_EQ(no_new_shapes(page, known), Faults{});
    EXPECT_EQ(well_formed_svg(file), Faults{});
    EXPECT_EQ(no_noise(page), Faults{});
  }
}

TEST_P(HostileReports, DrawThemAsFilesThatAreWellFormedAndDoNothing) {
  Page page(Policy::kIgnored);
  for (const std::string_view payload : kPayloads) {
    SCOPED_TRACE(payload);
    const std::filesystem::path file = made(payload, "svg");
    EXPECT_EQ(well_formed_svg(file), Faults{});
    page.open(file);
    EXPECT_EQ(page.evaluate("document.querySelectorAll('script, image, use, foreignObject, a').length"), 0);
    EXPECT_EQ(page.evaluate("typeof window.__pwned"), "undefined");
    EXPECT_EQ(no_noise(page), Faults{});
  }
}

INSTANTIATE_TEST_SUITE_P(OfFiles, HostileReports,
                         testing::Values(HostileReport{"description", {"classify", "bloc.yaml"}},
                                         HostileReport{"long_table", {"classify", "long.csv", "--bloc", "TEXT"}},
                                         HostileReport{"comparison", {"compare", "bloc.yaml", "mercosur"}},
                                         HostileReport{"wide_table", {"batch", "wide.csv"}},
                                         HostileReport{"table_of_codings", {"batch", "long.csv", "--by-coder"}},
                                         HostileReport{"landscape", {"landscape", "bloc.yaml", "mercosur"}}),
                         [](const auto& report) { return report.param.name; });

}  // namespace
}  // namespace bloctype::browser
