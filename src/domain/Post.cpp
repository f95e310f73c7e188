#include "domain/Post.h"

#include "domain/Keys.h"

namespace fledgling::domain {

namespace {
constexpr Keys<Post, 3> POSTS{{{Post::Agent, "agent"}, {Post::Complaint, "complaint"}, {Post::Order, "order"}}};
constexpr Keys<Leaning, 3> LEANINGS{
    {{Leaning::AllRound, "all-round"}, {Leaning::Technical, "technical"}, {Leaning::Theory, "theory"}}};
} // namespace

std::string_view keyOf(Post post) { return POSTS.key(post); }
std::optional<Post> postOf(std::string_view key) { return POSTS.value(key); }
std::string_view keyOf(Leaning leaning) { return LEANINGS.key(leaning); }
std::optional<Leaning> leaningOf(std::string_view key) { return LEANINGS.value(key); }

} // namespace fledgling::domain
