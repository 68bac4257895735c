using Graph.Query.Schema;

namespace Graph.Query.Tests.Schema;

public sealed class DocCommentTests
{
    private const string Example = """
        CREATE GRAPH TYPE News AS {
          /** A text with a source and a publication date. @caption title @key key */
          (:Article => {key STRING NOT NULL, title STRING NOT NULL, published DATE, source STRING, language STRING, url STRING}),
          /** What a text can name. @abstract @caption name @key key */
          (:Entity => {key STRING NOT NULL, name STRING NOT NULL, aliases LIST<STRING>, wikidata STRING}),
          (:Actor => :Entity),      /** Who can act, also a country. @abstract @color cyan */
          (:Place => :Entity),      /** Where something can happen. @abstract @color green */
          (:Organization => :Actor {founded DATE, dissolved DATE}),     /** @plural Organizations @color yellow */
          (:Person => :Actor {born DATE, died DATE, role STRING}),      /** @plural People */
          (:`Group` => :Actor {members INTEGER}),
          (:Country => :Place&Actor {iso STRING}),                      /** @plural Countries */
          (:City => :Place&Actor {population INTEGER}), (:Region => :Place), (:Facility => :Place {kind STRING}),
          (:Government => :Organization), (:Military => :Organization), (:Police => :Organization),
          (:Alliance => :Organization), (:Media => :Organization), (:Company => :Organization),
          /** A fact with more than two participants. @caption kind @key key */
          (:Event => {key STRING NOT NULL, kind STRING NOT NULL, `on` DATE, negated BOOLEAN}),
          (:Article)-[:MENTIONS {times INTEGER NOT NULL}]->(:Entity),
          (:Actor)-[:MEMBER_OF {since DATE, until DATE}]->(:Organization),
          (:Actor)-[:PART_OF]->(:Organization), (:Place)-[:PART_OF]->(:Place),   -- one relation, two pairs of ends
          (:Entity)-[:LOCATED_IN {`on` DATE}]->(:Place), (:Actor)-[:CONTROLS {since DATE}]->(:Place),
          (:Person)-[:PRESIDENT_OF {since DATE, until DATE}]->(:Country), (:Actor)-[:LEADS {since DATE}]->(:Organization),
          /** Sends soldiers to a place. @inverse "gets troops from" */
          (:Actor)-[:SENT_TROOPS_TO {`on` DATE, troops INTEGER}]->(:Place),
          (:Actor)-[:PLEDGED_TROOPS_TO {`on` DATE, troops INTEGER}]->(:Organization),
          (:Actor)-[:REQUESTED_HELP_FROM {`on` DATE, purpose STRING}]->(:Actor),
          (:Event)-[:AGENT]->(:Actor), (:Event)-[:PATIENT]->(:Entity), (:Event)-[:RECIPIENT]->(:Actor), (:Event)-[:LOCATION]->(:Place)
        }
        """;

    [Fact]
    public void CommentsBelongToWhatTheyStandBeforeOrBehind()
    {
        var result = SchemaReader.Read(new SourceText(Example));
        Assert.Empty(result.Diagnostics);
        Verifier.Verify(SchemaPrinter.Print(result.Type!), extension: "gql");
    }

    [Theory]
    [InlineData("/** One. Two. @plural As */ (:A)", "One.", "plural=As")]
    [InlineData("/** It costs 3.50 a day. */ (:A)", "It costs 3.50 a day.", "")]
    [InlineData("/**\n * Over\n * two lines.\n * @icon x\n */\n(:A)", "Over two lines.", "icon=x")]
    [InlineData("/** @inverse \"gets troops from\" @role 2 */ (:A)", null, "inverse=gets troops from role=2")]
    [InlineData("/** Ask desk@example.org. */ /** @color red */ (:A)", "Ask desk@example.org.", "color=red")]
    [InlineData("/* No hint. @color red */ (:A)", null, "")]
    [InlineData("/**/ (:A)", null, "")]
    [InlineData("(:A) /** Behind. */", "Behind.", "")]
    [InlineData("/** Before. */ (:A) /** Behind. */ ", "Before.", "")]
    [InlineData("(:A { /** Of x. */ x DATE }) ", null, "")]
    public void CommentIsOneSentenceAndTags(string element, string? description, string tags)
    {
        var type = SchemaReader.Read(new SourceText($"CREATE GRAPH TYPE G AS {{\n{element}\n}}")).Type!;
        var hints = type.NodeTypes[0].Hints;
        Assert.Equal((description, tags), (hints.Description, string.Join(' ', hints.Tags.Select(tag => $"{tag.Name}={tag.Value}"))));
    }
}
