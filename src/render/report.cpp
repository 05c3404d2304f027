// The end of a report tells the author's part from ours.
#include "render/report.hpp"

#include "core/utf8.hpp"
#include "page/page_html.hpp"
#include "render/axis_view.hpp"
#include "render/legend.hpp"

namespace bloctype {
namespace {

/// "José Briceño-Ruiz, Times of Change in Latin American Regionalism, Contexto Internacional 40(3), 573-594, 2018".
std::string citation(const Reference& source) {
  std::vector<std::string> known;
  for (const std::string* part : {&source.author, &source.title, &source.container, &source.year}) {
    if (!part->empty()) known.push_back(*part);
  }
  return escape_unsafe(joined(known, ", "));
}

void end(Page& page, std::string reading, const Rulebook& rulebook, std::span<const BlocResult> blocs,
         const Catalogue& texts) {
  page.heading(texts.say("report.reading"));
  page.paragraph(reading.empty() ? legend_of_numbers(rulebook, texts) : std::move(reading));
  const std::vector<std::string> works = works_behind(rulebook, blocs);
  if (!works.empty()) page.paragraph(joined({texts.say("report.works"), joined(works, "; ") + "."}));
  page.items(Items{section_names(rulebook, texts)});
  page.heading(texts.say("report.citing"));
  page.paragraph(escape_unsafe(rulebook.ours.in(texts.language())));
  page.paragraph(texts.say("report.cite"));
  Items cited;
  for (const Reference& source : rulebook.sources) {
    if (!source.sections.empty()) cited.items.push_back(citation(source));
  }
  cited.items.push_back(texts.say(
      "report.cite_rulebook",
      {{"id", escape_unsafe(rulebook.id)}, {"version", escape_unsafe(rulebook.version)}, {"sha256", rulebook.sha256}}));
  cited.items.push_back(texts.say("report.cite_program", {{"version", BLOCTYPE_VERSION}}));
  page.items(std::move(cited));
}

}  // namespace

std::string report_html(Report report, const Rulebook& rulebook, std::span<const BlocResult> blocs,
                        const Catalogue& texts) {
  Page page;
  page.heading(report.title, 1);
  page.paragraph(rulebook_heading(rulebook, texts));
  page.append(std::move(report.page));
  end(page, std::move(report.reading), rulebook, blocs, texts);
  return page_html(page, {texts.language(), report.title, texts.say("report.contents")});
}

}  // namespace bloctype
