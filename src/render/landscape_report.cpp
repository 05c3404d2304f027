// The parts of the page in another order: what came out first, how it is measured last.
#include "render/landscape_report.hpp"

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "figure/shares_figure.hpp"
#include "render/axis_view.hpp"
#include "render/classify_report.hpp"
#include "render/landscape_parts.hpp"
#include "render/story.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kMostNamed = 3;  ///< in the title
constexpr std::size_t kPartLevel = 3;

class ReportWriter {
 public:
  ReportWriter(const LandscapeView& view, const Catalogue& texts)
      : view_(view), texts_(texts), words_(view, texts), parts_(view, words_, texts) {}

  Report write() && {
    for (const std::string& text : parts_.which_blocs()) page_.paragraph(text);
    at_a_glance();
    page_.heading(texts_.say("landscape.report.shares"));
    page_.add(draw_shares(view_, texts_));
    page_.append(figures_of(view_.classifier, view_.blocs, texts_, view_.axis));
    placements();
    tables();
    page_.heading(capitalised(texts_.say("landscape.changes.title")));
    page_.items(parts_.changes());
    page_.heading(capitalised(texts_.say("landscape.overlaps.title")));
    page_.items(parts_.overlaps());
    story();
    page_.heading(texts_.say("landscape.report.measures"));
    for (const std::string& text : parts_.measures()) page_.paragraph(text);
    const std::string crossover = shortest(view_.rulebook().crossover);
    return {title(), std::move(page_), texts_.say("landscape.report.reading", {{"crossover", crossover}})};
  }

 private:
  std::string title() const {
    std::vector<std::string> names;
    for (std::size_t b = 0; b < view_.blocs.size(); ++b) names.push_back(words_.bloc(b));
    return names.size() > kMostNamed ? texts_.count("landscape.report.title.blocs", names.size())
                                     : texts_.say("landscape.report.title.named", {{"blocs", texts_.list(names)}});
  }

  template <typename Visit>
  void for_each_axis(Visit visit) const {
    for (std::size_t a = 0; a < view_.landscape.axes.size(); ++a) {
      if (view_.shows(a)) visit(a);
    }
  }

  void at_a_glance() {
    page_.heading(texts_.say("report.at_a_glance"));
    for_each_axis([&](std::size_t axis) {
      page_.heading(capitalised(words_.axis(axis)), kPartLevel);
      page_.add(parts_.prevailing(axis));
    });
  }

  void placements() {
    page_.heading(texts_.say("landscape.report.placements"));
    page_.add(placements_table(view_.classifier, view_.blocs, texts_, view_.axis));
    page_.paragraph(texts_.say("landscape.report.explained"));
  }

  void tables() {
    Page tables;
    for_each_axis([&](std::size_t axis) {
      Table shares = parts_.shares(axis);
      if (!shares.empty()) tables.add(std::move(shares));
    });
    if (tables.empty()) return;
    page_.heading(texts_.say("landscape.report.tables"));
    page_.append(std::move(tables));
  }

  void story() {
    const std::vector<ClaimTold> claims = story_of(view_, words_, texts_);
    if (claims.empty()) return;
    page_.heading(capitalised(texts_.say("landscape.claim.title")));
    for (const ClaimTold& claim : claims) this->claim(claim);
  }

  void claim(const ClaimTold& claim) {
    page_.add(Conclusion{claim.subject, claim.headline, {}, kPartLevel});
    const bool is_ours = claim.claim == Claim::kOurs;
    const std::string lead = texts_.say(is_ours ? "landscape.report.claim.ours" : "landscape.report.claim.author");
    page_.add(Paragraph{joined({claim.says, claim.cite}), 0, 0, lead});
    page_.items({claim.verdicts});
    if (!claim.ours.empty()) page_.add(Paragraph{claim.ours, 0, 0, texts_.say("landscape.report.claim.ours")});
  }

  const LandscapeView& view_;
  const Catalogue& texts_;
  LandscapeWords words_;
  LandscapeParts parts_;
  Page page_;
};

}  // namespace

Report landscape_report(const LandscapeView& view, const Catalogue& texts) { return ReportWriter(view, texts).write(); }

}  // namespace bloctype
