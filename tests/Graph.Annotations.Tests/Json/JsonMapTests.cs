using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Records that no tool writes, as the settings of a corpus say how to read them.</summary>
public sealed class JsonMapTests
{
    /// <summary>What <c>corpus.yaml</c> can say of records that no tool writes.</summary>
    [Theory]
    [InlineData(
        "json: {text: data.body, mentions: {list: 'notes[].marks[]', start: from, end: to, type: kind}}",
        """{"data": {"body": "Mira left Oslo."}, "notes": [{"marks": [{"from": 0, "to": 4, "kind": "PER"}]}, {"marks": [{"from": 10, "to": 14, "kind": ["LOC"]}]}]}""",
        "Mira:PER Oslo:LOC")]
    [InlineData(
        "json: {text: sents, unit: tokens, mentions: {list: ents, sentence: s, start: a, end: b, type: t}, relations: {list: rels, source: x, target: y, type: t}}",
        """{"sents": [["Mira", "left"], ["Oslo", "fell"]], "ents": [{"s": 0, "a": 0, "b": 1, "t": "PER"}, {"s": 1, "a": 0, "b": 1, "t": "LOC"}], "rels": [{"x": 0, "y": 1, "t": "LEFT"}]}""",
        "Mira:PER Oslo:LOC | Mira-LEFT-Oslo")]
    [InlineData(
        "json: {text: words, unit: tokens, mentions: {tags: marks, labels: [O, B-PER, I-PER]}}",
        """{"words": ["Mira", "Dahl", "left"], "marks": [1, 2, 0]}""",
        "Mira Dahl:PER")]
    [InlineData(
        "json: {text: words, unit: tokens, mentions: {list: ents, type: kind}, events: {list: happenings, type: what, start: cue.start, end: cue.end, arguments: roles, role: as, target: who}}",
        """{"words": ["Mira", "left", "Oslo"], "ents": [{"id": "t1", "start": 0, "end": 1, "kind": "PER"}], "happenings": [{"what": "Move", "cue": {"start": 1, "end": 2}, "roles": [{"who": "t1", "as": "Mover"}]}]}""",
        "Mira:PER | Move-Mover-Mira | 1 Move")]
    [InlineData(
        "json: {unit: utf16}",
        """{"text": "🙂 Mira left.", "entities": [{"start": 3, "end": 7, "label": "PER"}]}""",
        "Mira:PER")]
    public void AMapNamesFieldsByPaths(string map, string json, string expected)
    {
        using var folder = new TemporaryFolder(("corpus.yaml", map), ("all.jsonl", json));

        Assert.Equal(expected, LoadedFacts.Describe(folder.Load()));
    }

    [Fact]
    public void RecordsThatAMapSkipsAreLeftOutAndCounted()
    {
        using var folder = new TemporaryFolder(
            ("corpus.yaml", "json: {skip: {state: [draft, bad]}}"),
            ("all.jsonl", """
            {"text": "Mira left.", "state": "good", "entities": [{"start": 0, "end": 4, "label": "PER"}]}
            {"text": "Mira left.", "state": "draft", "entities": [{"start": 0, "end": 4, "label": "PER"}]}
            """));

        var summary = folder.Load().Summary;

        Assert.Equal((1, 1, 1), (summary.Articles, summary.Mentions, summary.Others["records left out"]));
    }
}
