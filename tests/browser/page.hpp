// A tab of the browser, with what a page does in it. For tests; judgements.hpp says what is wrong with a page.
//
//     Page page;
//     page.open("report.html");
//     page.set_width(360);
//     EXPECT_EQ(no_noise(page), Faults{});
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/browser/browser.hpp"

namespace bloctype::browser {

enum class Scheme { kLight, kDark };   ///< what the reader prefers
enum class Media { kScreen, kPrint };  ///< what the styles are told; a width on paper is set_width()'s to give
/// Whether the page's own Content-Security-Policy is heeded. Without it, what was injected does its worst.
enum class Policy { kHeeded, kIgnored };

/// One node of the accessibility tree.
struct AccessibleNode {
  std::string role;      ///< in Chromium's words, as "heading", "image", "figure"
  std::string name;      ///< what a screen reader calls it
  int level = 0;         ///< of a heading; 0 for others
  int depth = 0;         ///< in the tree; 0 for the page itself
  bool ignored = false;  ///< left out of what is read
};

class Page {
 public:
  explicit Page(Policy policy = Policy::kHeeded);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  /// Opens a file in place of what was open, and waits until it is loaded and still. Width, scheme and media stay.
  void open(const std::filesystem::path& file);
  const std::filesystem::path& file() const { return file_; }

  /// Waits until two frames are drawn, and what the page put off for a moment has happened.
  void settle();

  /// What it did since it was opened, and a page should not: a line each, such as "request: https://a.example/".
  /// Messages on the console, exceptions, breaches of its policy, requests but for itself, dialogs, navigation,
  /// windows, frames, downloads.
  const std::vector<std::string>& noise() const { return noise_; }

  /// The value of a JavaScript expression; promises are waited for. Throws where the expression does.
  Json evaluate(const std::string& expression);

  void set_width(int pixels, double pixels_per_pixel = 1);
  void set_scheme(Scheme scheme);
  void set_media(Media media);

  /// All of the page as PNG, however long it is.
  void screenshot(const std::filesystem::path& png);
  /// As it comes out of the printer, on the paper that the page asks for.
  void print_to_pdf(const std::filesystem::path& pdf);
  /// In reading order.
  std::vector<AccessibleNode> accessibility_tree();

 private:
  Json call(const std::string& method, const Json& parameters = Json::object());
  void hear(const std::string& method, const Json& event);
  void hear_request(const Json& event);
  void tell_media();

  Browser& browser_;
  std::string target_, session_;
  std::filesystem::path file_;
  std::string address_;
  std::vector<std::string> noise_;
  bool is_loaded_ = false;
  int own_requests_ = 0;
  int navigations_ = 0;
  Scheme scheme_ = Scheme::kLight;
  Media media_ = Media::kScreen;
};

}  // namespace bloctype::browser
