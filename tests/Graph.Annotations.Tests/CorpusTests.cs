using System.Globalization;
using System.Text;
using Graph.Core;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>Real corpora, read through the one door, hold what other programs counted in them.</summary>
public sealed class CorpusTests
{
    [SkippableTheory]
    [InlineData("seed")]
    [InlineData("brat/bionlp2011-ge")]
    [InlineData("brat/bionlp2011-id")]
    [InlineData("brat/tdt-fi")]
    [InlineData("brat/tutorial-news")]
    [InlineData("re3d")]
    [InlineData("re3d/Australian Department of Foreign Affairs")]
    [InlineData("re3d/BBC Online")]
    [InlineData("re3d/CENTCOM")]
    [InlineData("re3d/Delegation of the European Union to Syria")]
    [InlineData("re3d/UK Government")]
    [InlineData("re3d/US State Department")]
    [InlineData("re3d/Wikipedia")]
    [InlineData("crossre/en")]
    [InlineData("crossre/nl-machine-translated")]
    [InlineData("naf/wikinews")]
    [InlineData("naf/spec-examples")]
    [InlineData("voc-missives/naf")]
    [InlineData("europeana-iob/enp_DE.sbb.bio")]
    [InlineData("europeana-iob/enp_NL.kb.bio")]
    [InlineData("gum-conllu")]
    [InlineData("gum-webanno-tsv")]
    [InlineData("hipe2022/HIPE-2022-v2.1-newseye-dev-fr")]
    [InlineData("hipe2022/HIPE-2022-v2.1-newseye-dev-sv")]
    [InlineData("hipe2022/HIPE-2022-v2.1-sonar-dev-de")]
    [InlineData("voc-missives/xmi")]
    [InlineData("voc-missives/conll/missive_1_49_notes.conll")]
    [InlineData("voc-missives/conll/missive_2_18_notes.conll")]
    [InlineData("voc-missives/conll/missive_3_9_text.conll")]
    [InlineData("voc-missives/conll/missive_4_14_notes.conll")]
    [InlineData("voc-missives/conll/missive_6_32_text.conll")]
    [InlineData("voc-missives/conll/missive_9_9_notes.conll")]
    public void CountsAreThoseOfAnIndependentProgram(string corpus)
    {
        var expected = ExpectedCounts.Read(corpus);

        var summary = GraphLoader.Load(
            [SharedData.Require(Path.Combine("corpora", corpus.StartsWith("hipe", StringComparison.Ordinal) ? $"{corpus}.tsv" : corpus))],
            new LoadOptions(null)).Summary;

        Assert.Equal(Describe(expected, expected.Documents ?? summary.Articles), Describe(summary));
    }

    [SkippableFact]
    public void TheSeedHasItsEntities()
    {
        var summary = GraphLoader.Load([SharedData.Require("corpora/seed")], new LoadOptions(null)).Summary;

        Assert.Equal((1, 57, 34, 24, 0), (summary.Articles, summary.Mentions, summary.Entities, summary.Relations, summary.Malformed));
    }

    [SkippableFact]
    public void AFactOfTheSeedStandsInItsFirstSentence()
    {
        var store = GraphLoader.Load([SharedData.Require("corpora/seed")], new LoadOptions(null)).Store;

        var edges = store.FindEdgeTable("SENT_TROOPS_TO")!;
        var edge = edges.FirstEdge;
        var evidence = store.GetEdgeEvidence(edge)!.Value;
        var sentence = store.Articles.GetSentenceSpan(evidence);
        Assert.Equal("Rusland", store.GetNodeProperty(edges.GetSource(edge), "name").AsString());
        Assert.Equal("Kazachstan", store.GetNodeProperty(edges.GetTarget(edge), "name").AsString());
        Assert.Equal("2022-01", store.GetNodeProperty(evidence.Article, "published").AsDate().Text);
        Assert.Equal(
            "Rusland heeft troepen gestuurd naar buurland Kazachstan in een poging om de regering van president Kassym-Jomart Tokayev overeind te houden.",
            store.Articles.GetText(evidence.Article).Substring(sentence.Start, sentence.Length));
    }

    private static string Describe(ExpectedCounts counts, int articles) => Describe(
        (articles, counts.Mentions, counts.Relations, counts.Events, counts.Malformed, counts.SurfaceMismatches),
        counts.MentionsByType, counts.RelationsByType, counts.EventsByType);

    private static string Describe(LoadSummary summary) => Describe(
        (summary.Articles, summary.Mentions + summary.Triggers, summary.Relations, summary.Events, summary.Malformed,
            summary.SurfaceMismatches),
        WithTriggers(summary), summary.RelationsByType, summary.EventsByType);

    /// <summary>The other program counts triggers as mentions of their type.</summary>
    private static IEnumerable<KeyValuePair<string, int>> WithTriggers(LoadSummary summary) => summary.MentionsByType
        .Concat(summary.TriggersByType)
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(group => new KeyValuePair<string, int>(group.Key, group.Sum(pair => pair.Value)));

    private static string Describe(
        (int Articles, int Mentions, int Relations, int Events, int Malformed, int Mismatches) totals,
        IEnumerable<KeyValuePair<string, int>> mentionsByType,
        IEnumerable<KeyValuePair<string, int>> relationsByType,
        IEnumerable<KeyValuePair<string, int>> eventsByType)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture, $"articles {totals.Articles}\nmentions {totals.Mentions}\nrelations {totals.Relations}\n");
        text.Append(
            CultureInfo.InvariantCulture, $"events {totals.Events}\nmalformed {totals.Malformed}\nmismatches {totals.Mismatches}\n");
        Append(text, "mention", mentionsByType);
        Append(text, "relation", relationsByType);
        Append(text, "event", eventsByType);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string what, IEnumerable<KeyValuePair<string, int>> counts)
    {
        foreach (var (type, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{what} '{type}' {count}\n");
    }
}
