// A quiz as data: questions that the rulebook, its cases and the shipped blocs give, with choices that the engine has
// told apart. Made here, asked by cli/quiz, exported by render/quiz_*.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quiz/material.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

enum class Topic : std::uint8_t { kPlace, kCap, kFlip, kNecessary, kTheorist, kTrap, kRegister };
inline constexpr std::array kTopics = {Topic::kPlace,    Topic::kCap,  Topic::kFlip,    Topic::kNecessary,
                                       Topic::kTheorist, Topic::kTrap, Topic::kRegister};
std::string_view name(Topic topic);

struct QuizChoice {
  std::string text;
  std::string why;  ///< what the engine or the rulebook says of it; may be empty
  bool is_right = false;
};

/// One question with one right choice; texts are in one language and unwrapped.
struct QuizQuestion {
  Topic topic = Topic::kPlace;
  std::string stem;
  std::vector<std::string> facts;  ///< what is known of the case, a line each; may be empty
  std::vector<QuizChoice> choices;
  std::string hint;
  std::string explanation;
  std::string read_again;  ///< what `show` takes

  std::size_t right() const;
};

struct QuizWish {
  std::size_t count = 10;
  std::uint64_t seed = 1;
  std::vector<Topic> topics;  ///< empty for all
};

/// At most `wish.count` different questions, topics by turns. The same wish gives the same questions and the same order
/// of choices in every language.
std::vector<QuizQuestion> make_quiz(const QuizMaterial& material, const Catalogue& texts, const QuizWish& wish);

/// How many choices a question has at most.
inline constexpr std::size_t kMostChoices = 4;

}  // namespace bloctype
