// Calls of the DevTools protocol, and its events as lines.
#include "tests/browser/page.hpp"

#include <nettle/base64.h>

#include <cctype>
#include <cstdint>
#include <map>
#include <stdexcept>

namespace bloctype::browser {
namespace {

constexpr int kHeight = 900;
constexpr std::size_t kLongestTold = 300;

std::string file_address(const std::filesystem::path& file) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  static constexpr std::string_view kPlain = "/-._~";
  std::string address = "file://";
  for (const char c : std::filesystem::absolute(file).lexically_normal().string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte < 0x80 && (std::isalnum(byte) != 0 || kPlain.find(c) != std::string_view::npos);
    if (is_plain) {
      address += c;
    } else {
      address += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    }
  }
  return address;
}

void write_decoded(const std::filesystem::path& file, const std::string& base64) {
  std::string bytes(BASE64_DECODE_LENGTH(base64.size()), '\0');
  base64_decode_ctx context;
  base64_decode_init(&context);
  std::size_t size = bytes.size();
  const bool is_read = base64_decode_update(&context, &size, reinterpret_cast<std::uint8_t*>(bytes.data()),
                                            base64.size(), base64.data()) != 0;
  if (!is_read || base64_decode_final(&context) == 0) throw std::runtime_error("Chromium: not base64");
  bytes.resize(size);
  blackbox::write_text(file, bytes);
}

/// An argument of console.log.
std::string shown(const Json& argument) {
  if (const auto value = argument.find("value"); value != argument.end()) {
    return value->is_string() ? value->get<std::string>() : value->dump();
  }
  return argument.value("description", argument.value("type", ""));
}

std::string told(const std::string& method, const Json& event) {
  if (method == "Runtime.consoleAPICalled") {
    std::string line = "console " + event.value("type", "") + ":";
    for (const Json& argument : event["args"]) line += " " + shown(argument);
    return line;
  }
  if (method == "Runtime.exceptionThrown") {
    const Json& details = event["exceptionDetails"];
    return "exception: " + details.value("text", "") + " " + shown(details.value("exception", Json::object()));
  }
  if (method == "Log.entryAdded") {
    return event["entry"].value("source", "") + " " + event["entry"].value("level", "") + ": " +
           event["entry"].value("text", "");
  }
  if (method == "Audits.issueAdded") return "issue: " + event["issue"].dump();
  if (method == "Page.javascriptDialogOpening") return "dialog: " + event.value("message", "");
  if (method == "Page.frameAttached") return "frame";
  if (method == "Page.frameRequestedNavigation") return "navigation: " + event.value("url", "");
  if (method == "Page.navigatedWithinDocument") return "navigation within: " + event.value("url", "");
  if (method == "Page.windowOpen") return "window: " + event.value("url", "");
  if (method == "Page.downloadWillBegin") return "download: " + event.value("url", "");
  if (method == "Target.attachedToTarget") return "target: " + event["targetInfo"].dump();
  if (method == "Network.webSocketCreated") return "request: " + event.value("url", "");
  return {};
}

AccessibleNode flat(const Json& node, int depth) {
  AccessibleNode flat;
  flat.depth = depth;
  flat.ignored = node.value("ignored", false);
  if (node.contains("role")) flat.role = node["role"].value("value", "");
  if (node.contains("name")) flat.name = node["name"].value("value", "");
  for (const Json& property : node.value("properties", Json::array())) {
    if (property["name"] == "level") flat.level = property["value"].value("value", 0);
  }
  return flat;
}

}  // namespace

Page::Page(Policy policy) : browser_(Browser::shared()) {
  target_ = browser_.call("", "Target.createTarget", {{"url", "about:blank"}, {"newWindow", true}})["targetId"];
  session_ = browser_.call("", "Target.attachToTarget", {{"targetId", target_}, {"flatten", true}})["sessionId"];
  browser_.listen(session_, [this](const std::string& method, const Json& event) { hear(method, event); });
  for (const char* part : {"Page", "Runtime", "Network", "Log", "Audits", "DOM", "Accessibility"}) {
    call(std::string(part) + ".enable");
  }
  call("Target.setAutoAttach", {{"autoAttach", true}, {"waitForDebuggerOnStart", false}, {"flatten", true}});
  if (policy == Policy::kIgnored) call("Page.setBypassCSP", {{"enabled", true}});
  set_width(1280);
  tell_media();
}

Page::~Page() {
  browser_.forget(session_);
  try {
    browser_.call("", "Target.closeTarget", {{"targetId", target_}});
  } catch (const std::exception&) {  // it ended; what that broke was told where it broke
  }
}

Json Page::call(const std::string& method, const Json& parameters) {
  return browser_.call(session_, method, parameters);
}

void Page::hear_request(const Json& event) {
  const std::string url = event["request"].value("url", "");
  const bool is_itself = url == address_ && event.value("type", "") == "Document" && own_requests_ == 0;
  if (is_itself) {
    ++own_requests_;
  } else {
    noise_.push_back("request: " + url.substr(0, kLongestTold));
  }
}

void Page::hear(const std::string& method, const Json& event) {
  if (method == "Page.loadEventFired") is_loaded_ = true;
  if (method == "Page.javascriptDialogOpening") {
    browser_.post(session_, "Page.handleJavaScriptDialog", {{"accept", false}});
  }
  if (method == "Network.requestWillBeSent") return hear_request(event);
  if (method == "Page.frameNavigated" && ++navigations_ > 1) {
    noise_.push_back("navigated: " + event["frame"].value("url", ""));
  }
  if (std::string line = told(method, event); !line.empty()) noise_.push_back(line.substr(0, kLongestTold));
}

void Page::open(const std::filesystem::path& file) {
  file_ = file;
  address_ = file_address(file);
  is_loaded_ = false;
  own_requests_ = navigations_ = 0;
  noise_.clear();
  const Json went = call("Page.navigate", {{"url", address_}});
  if (went.contains("errorText")) throw std::runtime_error(address_ + ": " + went["errorText"].get<std::string>());
  browser_.wait_until([this] { return is_loaded_; }, "end of loading " + address_);
  settle();
}

void Page::settle() {
  static constexpr const char* kStill = R"(new Promise((done) => {
    setTimeout(() => done(0), 1000);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(0), 30)));
  }))";
  try {
    evaluate(kStill);
  } catch (const Refused&) {  // it went to another page meanwhile
    noise_.emplace_back("another page in its place");
  }
}

Json Page::evaluate(const std::string& expression) {
  const Json got =
      call("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
  if (got.contains("exceptionDetails")) {
    const Json& details = got["exceptionDetails"];
    throw std::runtime_error("JavaScript: " + details.value("text", "") + " " +
                             shown(details.value("exception", Json::object())));
  }
  return got["result"].value("value", Json());
}

void Page::set_width(int pixels, double pixels_per_pixel) {
  call("Emulation.setDeviceMetricsOverride",
       {{"width", pixels}, {"height", kHeight}, {"deviceScaleFactor", pixels_per_pixel}, {"mobile", false}});
}

void Page::set_scheme(Scheme scheme) {
  scheme_ = scheme;
  tell_media();
}

void Page::set_media(Media media) {
  media_ = media;
  tell_media();
}

void Page::tell_media() {
  const Json scheme = {{"name", "prefers-color-scheme"}, {"value", scheme_ == Scheme::kDark ? "dark" : "light"}};
  const Json motion = {{"name", "prefers-reduced-motion"}, {"value", "reduce"}};
  call("Emulation.setEmulatedMedia",
       {{"media", media_ == Media::kPrint ? "print" : "screen"}, {"features", Json::array({scheme, motion})}});
}

void Page::screenshot(const std::filesystem::path& png) {
  const Json size = call("Page.getLayoutMetrics")["cssContentSize"];
  const Json clip = {{"x", 0}, {"y", 0}, {"width", size["width"]}, {"height", size["height"]}, {"scale", 1}};
  const Json got = call("Page.captureScreenshot", {{"format", "png"}, {"captureBeyondViewport", true}, {"clip", clip}});
  write_decoded(png, got["data"]);
}

void Page::print_to_pdf(const std::filesystem::path& pdf) {
  write_decoded(pdf, call("Page.printToPDF", {{"preferCSSPageSize", true}})["data"]);
}

std::vector<AccessibleNode> Page::accessibility_tree() {
  const Json got = call("Accessibility.getFullAXTree");
  struct Step {
    const Json* node;
    int depth;
  };
  std::map<std::string, const Json*> by_id;
  std::vector<Step> open;
  for (const Json& node : got["nodes"]) {
    by_id[node["nodeId"]] = &node;
    if (!node.contains("parentId")) open.push_back({&node, 0});
  }
  std::vector<AccessibleNode> nodes;
  while (!open.empty()) {
    const Step step = open.back();
    open.pop_back();
    nodes.push_back(flat(*step.node, step.depth));
    const Json children = step.node->value("childIds", Json::array());
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      if (const auto found = by_id.find(*child); found != by_id.end()) open.push_back({found->second, step.depth + 1});
    }
  }
  return nodes;
}

}  // namespace bloctype::browser
