// Which blocs, axis by axis who prevails when and by what shares, then changes, overlaps, claims and how it is
// measured.
#include "render/landscape_page.hpp"

#include "core/utf8.hpp"
#include "render/axis_view.hpp"
#include "render/landscape_parts.hpp"
#include "render/legend.hpp"
#include "render/story.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 2;

class PageWriter {
 public:
  PageWriter(const LandscapeView& view, const Catalogue& texts)
      : view_(view), texts_(texts), words_(view, texts), parts_(view, words_, texts) {}

  Page write() && {
    const Rulebook& rulebook = view_.rulebook();
    out_.paragraph(rulebook_heading(rulebook, texts_));
    for (const std::string& text : parts_.which_blocs()) out_.paragraph(text);
    for (std::size_t axis = 0; axis < view_.landscape.axes.size(); ++axis) {
      if (view_.shows(axis)) this->axis(axis);
    }
    headed(texts_.say("landscape.changes.title"));
    out_.items(parts_.changes());
    headed(texts_.say("landscape.overlaps.title"));
    out_.items(parts_.overlaps());
    story();
    out_.gap();
    for (const std::string& text : parts_.measures()) out_.paragraph(text);
    return std::move(out_);
  }

 private:
  void headed(const std::string& text) {
    out_.gap();
    out_.add(Title{text, {}});
  }

  void axis(std::size_t a) {
    headed(words_.axis(a));
    out_.add(parts_.prevailing(a));
    Table shares = parts_.shares(a);
    if (shares.empty()) return;
    shares.caption.clear();  // the title of the part says it
    out_.gap();
    out_.add(std::move(shares));
  }

  void story() {
    const std::vector<ClaimTold> claims = story_of(view_, words_, texts_);
    if (claims.empty()) return;
    headed(texts_.say("landscape.claim.title"));
    std::vector<std::string> ours;
    for (const ClaimTold& claim : claims) {
      out_.paragraph(
          texts_.say("landscape.claim.said", {{"subject", claim.subject}, {"says", claim.says}, {"cite", claim.cite}}),
          kIndent, 2 * kIndent);
      out_.items({claim.verdicts, 2 * kIndent, 3 * kIndent});
      if (!claim.ours.empty()) add_once(ours, claim.ours);
    }
    if (ours.empty()) return;
    out_.paragraph(texts_.say("landscape.claim.ours", {{"ours", joined(ours)}}), kIndent, 2 * kIndent);
  }

  const LandscapeView& view_;
  const Catalogue& texts_;
  LandscapeWords words_;
  LandscapeParts parts_;
  Page out_;
};

}  // namespace

Page landscape_page(const LandscapeView& view, const Catalogue& texts) { return PageWriter(view, texts).write(); }

}  // namespace bloctype
