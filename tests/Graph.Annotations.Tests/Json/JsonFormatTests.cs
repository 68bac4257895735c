namespace Graph.Annotations.Tests;

/// <summary>The shapes that annotation tools export without anybody writing a map.</summary>
public sealed class JsonFormatTests
{
    /// <summary>An article without mentions does not tell how mentions are written; the others do.</summary>
    [Theory]
    [InlineData("""{"id": 1, "text": "x", "entities": []}""", """{"id": 2, "text": "Ann in Rome", "entities": [[0, 3, "PER"]]}""")]
    [InlineData("""{"id": 1, "text": "x", "label": []}""", """{"id": 2, "text": "Ann in Rome", "label": [{"start_offset": 0, "end_offset": 3, "label": "PER"}]}""")]
    [InlineData("""{"id": 1, "text": "x", "label": []}""", """{"id": 2, "text": "Ann in Rome", "label": [[0, 3, "PER"]]}""")]
    [InlineData("""{"id": 1, "text": "x", "entities": [], "relations": []}""", """{"id": 2, "text": "Ann in Rome", "entities": [{"id": 7, "start_offset": 0, "end_offset": 3, "label": "PER"}], "relations": []}""")]
    public void EachRecordIsReadByItsOwnShape(string first, string second)
    {
        using var folder = new TemporaryFolder(("all.jsonl", $"{first}\n{second}\n"));

        var summary = folder.Load().Summary;

        Assert.Equal((2, 1, 0), (summary.Articles, summary.Mentions, summary.Malformed));
        Assert.Equal("PER", Assert.Single(summary.MentionsByType).Key);
    }

    /// <summary>doccano 1.3 and 1.4 call the text 'data'.</summary>
    [Fact]
    public void TheTextMayBeCalledData()
    {
        using var folder = new TemporaryFolder(("all.jsonl", """{"id": 1, "data": "Ann in Rome", "label": [[0, 3, "PER"]]}"""));

        Assert.Equal(1, folder.Load().Summary.Mentions);
    }

    [Fact]
    public void FurtherFieldsOfEventsAndArgumentsAreProperties()
    {
        using var folder = new TemporaryFolder(("a.jsonl",
            """{"text": "Mira left.", "entities": [{"id": "e1", "start": 0, "end": 4, "label": "Person"}], "events": [{"event_type": "Leave", "trigger": {"start": 5, "end": 9}, "tense": "past", "arguments": [{"role": "agent", "entity_id": "e1", "manner": "slow"}]}]}"""));

        var described = folder.Describe();

        Assert.Contains("tense: 'past'", described);
        Assert.Contains("manner: 'slow'", described);
    }
}
