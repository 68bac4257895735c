using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>What holds for records of every shape: what they are known by, what offsets count, and where they are told.</summary>
public sealed class JsonRecordTests
{
    /// <summary>
    /// The words that a record has for a mention show what its offsets count, here bytes; never is one called by other words.
    /// </summary>
    [Theory]
    [InlineData("text")]
    [InlineData("value")]
    [InlineData("surface")]
    [InlineData("mention")]
    public void RecordedWordsShowTheCounting(string field)
    {
        using var folder = new TemporaryFolder(
            ("all.json",
                $$"""[{"text": "Ünal left Güldenhafen.", "entities": [{"start": 0, "end": 5, "label": "PER", "{{field}}": "Ünal"}, {"start": 11, "end": 23, "label": "LOC", "{{field}}": "Güldenhafen"}]}]"""));

        Assert.Equal("Ünal:PER Güldenhafen:LOC", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>Records are known by what stands in them, whatever their file is called.</summary>
    [Theory]
    [InlineData("train.txt")]
    [InlineData("all.json1")]
    [InlineData("output.manifest")]
    [InlineData("part-00000")]
    public void AFileOfRecordsMayHaveAnyName(string name)
    {
        using var folder = new TemporaryFolder((name, """{ "text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}"""));

        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>
    /// A text with a list that nobody understands is none without annotations, and what only describes a data set or a tool is no text.
    /// </summary>
    [Theory]
    [InlineData("""{"name": "news", "description": "A corpus of news.", "keywords": [], "license": "CC0"}""")]
    [InlineData("""{"title": "A corpus", "text": "All about it.", "authors": [], "files": ["a.txt"]}""")]
    [InlineData("""{"text": "Mira left.", "labels": [], "what": [{"first": 1, "second": 2}]}""")]
    [InlineData("""{"tokens": ["Mira", "left"], "labels": [], "what": [[7, 3]]}""")]
    public void AListThatIsNotUnderstoodIsNotPassedOver(string json)
    {
        using var folder = new TemporaryFolder(("all.json", json));

        var result = folder.Load();

        Assert.Equal((0, 1), (result.Summary.Articles, result.Summary.SkippedFiles.Length));
    }

    [Fact]
    public void RecordsByTheirIdsAreCalledSo()
    {
        using var folder = new TemporaryFolder(
            ("all.json",
                """{"n1": {"text": "Mira left.", "marks": [{"start": 0, "end": 4, "label": "PER"}]}, "n2": {"text": "None.", "marks": []}}"""));

        var store = folder.Load().Store;

        Assert.Equal(["n1", "n2"], [store.GetNodeProperty(0, "key").AsString(), store.GetNodeProperty(1, "key").AsString()]);
    }

    /// <summary>What has no mention is told with the line and column of its record, not of its file.</summary>
    [Theory]
    [InlineData("all.jsonl", "{\"text\": \"Mira left.\", \"entities\": [{\"start\": 0, \"end\": 4, \"label\": \"PER\"}]}\n{\"text\": \"None.\", \"entities\": []}\n", 2, 1)]
    [InlineData("all.json", "[{\"text\": \"Mira left.\", \"entities\": [{\"start\": 0, \"end\": 4, \"label\": \"PER\"}]}, {\"text\": \"None.\", \"entities\": []}]", 1, 80)]
    public void ARecordIsToldByItsPlace(string name, string text, int line, int column)
    {
        using var folder = new TemporaryFolder((name, text));

        var place = Assert.Single(folder.Load().Diagnostics, diagnostic => diagnostic.Id == "GR6117").Location;

        Assert.Equal((line, column), (place.Line, place.Column));
    }

    /// <summary>Columns of tables and fields of records are called so in any case and however words are joined.</summary>
    [Theory]
    [InlineData("Text")]
    [InlineData("TEXT")]
    [InlineData("Source Text")]
    [InlineData("rawText")]
    public void ATextWithoutMentionsIsFoundByItsName(string name)
    {
        using var folder = new TemporaryFolder(("all.jsonl", $$"""
            {"{{name}}": "Mira left.", "Entities": [{"start": 0, "end": 4, "label": "PER"}]}
            {"{{name}}": "Nothing.", "Entities": []}
            """));

        var summary = folder.Load().Summary;

        Assert.Equal((2, 1, 0), (summary.Articles, summary.Mentions, summary.Malformed));
    }

    /// <summary>A tool leaves the list out where nothing was marked; a file is what its records are that have it.</summary>
    [Theory]
    [InlineData("""{"text": "Nothing.", "_input_hash": 1, "answer": "accept"}""", """{"text": "Mira left.", "spans": [{"start": 0, "end": 4, "label": "PER"}], "_input_hash": 2, "answer": "accept"}""")]
    [InlineData("""{"content": "Nothing.", "marks": []}""", """{"content": "Mira left.", "marks": [{"from": 0, "to": 4, "kind": "PER"}]}""")]
    [InlineData("""{"tokens": ["Nothing", "."], "mentions": []}""", """{"tokens": ["Mira", "left"], "mentions": [{"start": 0, "end": 1, "type": "PER", "text": "Mira"}]}""")]
    [InlineData("""{"text": "Nothing.", "labels": []}""", """{"text": "Mira left.", "labels": [], "entities": [{"start_pos": 0, "end_pos": 4, "label": "PER"}]}""")]
    [InlineData("""{"id": 1, "text": "Nothing."}""", """{"id": 2, "text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}""")]
    public void TheFirstRecordMayHaveNoMentions(string first, string second)
    {
        using var folder = new TemporaryFolder(("all.jsonl", $"{first}\n{second}\n"));

        var summary = folder.Load().Summary;

        Assert.Equal((2, 1, 0), (summary.Articles, summary.Mentions, summary.Malformed));
    }

    /// <summary>Empty lists in an object lose nothing.</summary>
    [Fact]
    public void AnObjectOfEmptyListsIsNoLoss()
    {
        using var folder = new TemporaryFolder(("all.jsonl", """
            {"text": "Mira left.", "found": {"entities": [{"start": 0, "end": 4, "label": "PER"}]}}
            {"text": "Nothing.", "found": {"entities": []}}
            """));

        var summary = folder.Load().Summary;

        Assert.Equal((2, 1), (summary.Articles, summary.Mentions));
        Assert.Empty(summary.Losses);
    }

    [Fact]
    public void WhatIsNotTakenIsCountedByName()
    {
        using var folder = new TemporaryFolder(("all.jsonl",
            """
            {"text": "Mira left.", "spans": [{"start": 0, "end": 4, "label": "PER"}], "answer": "reject", "mood": "calm"}
            {"text": "Mira left.", "spans": [], "answer": "ignore", "mood": null, "tags": ["a"]}
            """));

        var others = folder.Load().Summary.Others;

        Assert.Equal(1, others["JSON field 'mood' not read"]);
        Assert.Equal(1, others["JSON field 'tags' not read"]);
        Assert.Equal(1, others["mentions of rejected examples"]);
    }

    /// <summary>The words of a text beside the export count, not the quotes alone.</summary>
    [Fact]
    public void AWebAnnotationFindsTheTextOfItsSource()
    {
        using var folder = new TemporaryFolder(
            ("letter.txt", "Dear Mira, Mira left."),
            ("anno.jsonld",
                """[{"id": "1", "type": "Annotation", "body": {"type": "TextualBody", "purpose": "tagging", "value": "Person"}, "target": {"source": "https://x.org/letter", "selector": [{"type": "TextQuoteSelector", "exact": "Mira"}, {"type": "TextPositionSelector", "start": 11, "end": 15}]}}]"""));

        var result = folder.Load();
        var store = result.Store;

        Assert.Empty(result.Summary.SkippedFiles);
        Assert.Equal("Dear Mira, Mira left.", store.Articles.GetText(store.GetEdgeEvidence(0)!.Value.Article));
        Assert.Equal(11, store.GetEdgeEvidence(0)!.Value.Span.Start);
    }

    /// <summary>
    /// What identifies the words is an id of its own as a fragment, a link as an address or a urn; it may be called something.
    /// </summary>
    [Theory]
    [InlineData("\"#mira%20k\"", "mira k", "Mira")]
    [InlineData("{\"id\": \"#mira\", \"label\": \"Mira K.\"}", "mira", "Mira K.")]
    [InlineData("\"urn:viaf:12\"", "viaf:12", "Mira")]
    [InlineData("\"https://www.wikidata.org/wiki/Q5\"", "wikidata:Q5", "Mira")]
    public void AWebAnnotationNamesItsEntity(string source, string key, string name)
    {
        using var folder = new TemporaryFolder(
            ("letter.txt", "Mira left."),
            ("letter.jsonld",
                """{"type": "AnnotationPage", "items": [{"id": "#m1", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Person"}, {"type": "SpecificResource", "purpose": "identifying", "source": SOURCE}], "target": {"source": "letter.txt", "selector": {"type": "TextQuoteSelector", "exact": "Mira"}}}]}""".Replace("SOURCE", source)),
            ("empty.txt", "Nobody is here."),
            ("empty.jsonld", """{"type": "AnnotationPage", "items": []}"""));

        var result = folder.Load();

        Assert.Empty(result.Summary.SkippedFiles);
        Assert.Equal(2, result.Summary.Articles);
        Assert.Equal(name, result.Store.GetNodeProperty(Assert.Single(result.Store.FindNodes("key", key)), "name").AsString());
    }

    [Fact]
    public void TheAnswerOfAServiceFindsItsTextBeside()
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Mira left Oslo."),
            ("a.json",
                """{"entities": [{"name": "Oslo", "type": "LOCATION", "mentions": [{"text": {"content": "Oslo", "begin_offset": 10}, "type": "PROPER"}]}], "language": "en"}"""));

        Assert.Equal("Oslo:LOCATION", LoadedFacts.Describe(folder.Load()));
    }

    [Fact]
    public void TagtogFindsItsTextAndItsLegend()
    {
        using var folder = new TemporaryFolder(
            ("annotations-legend.json", """{"e_1": "Person", "e_2": "City", "r_3": "lives in"}"""),
            ("plain.html/pool/a1-n.txt.plain.html",
                """<!DOCTYPE html><html><body><article><section data-type="body"><div class="content"><p id="s1p1">Mira &amp; Oslo.</p></div></section></article></body></html>"""),
            ("ann.json/master/pool/a1-n.txt.ann.json",
                """{"annotatable": {"parts": ["s1p1"]}, "anncomplete": true, "sources": [], "metas": {}, "entities": [{"classId": "e_1", "part": "s1p1", "offsets": [{"start": 0, "text": "Mira"}], "confidence": {"state": "pre-added", "who": ["user:x"], "prob": 1}, "fields": {}}, {"classId": "e_2", "part": "s1p1", "offsets": [{"start": 7, "text": "Oslo"}], "confidence": {"prob": 1}}], "relations": [{"classId": "r_3", "type": "linked", "directed": false, "entities": ["s1p1|e_1|0,3", "s1p1|e_2|7,10"]}]}"""));

        Assert.Equal("Mira:Person Oslo:City | Mira-lives in-Oslo", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>A table beside, in the folder above, or what a data set declares of itself.</summary>
    [Theory]
    [InlineData("label2id.json", """{"O": 0, "B-PER": 1, "I-PER": 2}""")]
    [InlineData("id2label.json", """{"0": "O", "1": "B-PER", "2": "I-PER"}""")]
    [InlineData("labels.json", """["O", "B-PER", "I-PER"]""")]
    [InlineData("../label.json", """["O", "B-PER", "I-PER"]""")]
    [InlineData("labels.txt", "O\nB-PER\nI-PER\n")]
    [InlineData("dataset_info.json", """{"features": {"tags": {"feature": {"names": ["O", "B-PER", "I-PER"], "_type": "ClassLabel"}, "_type": "Sequence"}}}""")]
    [InlineData("dataset_infos.json", """{"news": {"features": {"other": {"names": ["x"]}, "tags": {"feature": {"names": ["O", "B-PER", "I-PER"]}}}}}""")]
    [InlineData("README.md", "---\nlanguage: no\ndataset_info:\n  features:\n  - name: tags\n    sequence:\n      class_label:\n        names:\n          '0': O\n          '1': B-PER\n          '2': I-PER\n---\n# Data\n")]
    public void NumberedTagsTakeTheLabelsOfATable(string name, string table)
    {
        using var folder = new TemporaryFolder(
            (Path.Combine("data", name), table),
            ("data/train.jsonl", """{"tokens": ["Mira", "Dahl", "left"], "tags": [1, 2, 0]}"""));

        var result = folder.Load();

        Assert.Equal("Mira Dahl:PER", LoadedFacts.Describe(result));
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public void LabelsMayStandBesideTheRecordsOfAFile()
    {
        using var folder = new TemporaryFolder(
            ("train.json", """{"names": ["O", "B-PER"], "rows": [{"tokens": ["Mira", "left"], "tags": [1, 0]}]}"""));

        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    [Fact]
    public void NumbersWithoutLabelsSayHowToNameThem()
    {
        using var folder = new TemporaryFolder(("train.jsonl", """{"tokens": ["Mira", "left"], "ner_tags": [1, 0]}"""));

        var told = Assert.Single(folder.Load().Diagnostics, diagnostic => diagnostic.Id != "GR6117");

        Assert.Contains("json: {text: tokens, unit: tokens, mentions: {tags: ner_tags, labels: [O, B-PER, ...]}}", told.Message);
        folder.Write("corpus.yaml", "json: {text: tokens, unit: tokens, mentions: {tags: ner_tags, labels: [O, B-PER]}}");
        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>Each record of a list has its own line.</summary>
    [Fact]
    public void RecordsOfAListHaveTheirLines()
    {
        using var folder = new TemporaryFolder(("all.json", """
            [
              {"text": "Måns 🙂 left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]},
              {
                "text": "Mira left.",
                "entities": [{"start": 0, "end": 40, "label": "PER"}]
              }
            ]
            {"text": "Ola left.", "entities": [{"start": 0, "end": 30, "label": "PER"}]}
            """));

        Assert.Equal(
            [3, 8],
            folder.Load().Diagnostics.Where(diagnostic => diagnostic.Id == "GR6106").Select(diagnostic => diagnostic.Location.Line));
    }

    /// <summary>What an item has beside what its shape takes is kept with it.</summary>
    [Theory]
    [InlineData("""{"tokens": ["Mira", "left"], "entities": [{"start": 0, "end": 1, "type": "PER", "mood": "calm"}], "relations": []}""")]
    [InlineData("""{"title": "x", "vertexSet": [[{"name": "Mira", "sent_id": 0, "pos": [0, 1], "type": "PER", "mood": "calm"}]], "labels": [], "sents": [["Mira", "left"]]}""")]
    [InlineData("""{"text": "Mira left", "sents": [], "ents": [{"start": 0, "end": 4, "label": "PER", "mood": "calm"}], "tokens": []}""")]
    [InlineData("""{"text": "Mira left", "spans": [{"start": 0, "end": 4, "label": "PER", "mood": "calm"}], "answer": "accept"}""")]
    [InlineData("""{"doc_id": "d", "tokens": ["Mira", "left"], "entity_mentions": [{"id": "t", "start": 0, "end": 1, "entity_type": "PER", "mood": "calm"}], "event_mentions": []}""")]
    [InlineData("""{"id": 1, "data": {"text": "Mira left"}, "annotations": [{"id": 1, "result": [{"id": "x", "type": "labels", "meta": {"mood": ["calm"]}, "value": {"start": 0, "end": 4, "labels": ["PER"]}}]}]}""")]
    public void WhatAMentionHasMoreIsKept(string json)
    {
        using var folder = new TemporaryFolder(("all.json", json));

        var result = folder.Load();

        Assert.Contains("mood", GraphDescription.Describe(result));
        Assert.Empty(result.Diagnostics);
    }

    /// <summary>A row of Label Studio's table is what its JSON_MIN has.</summary>
    [Theory]
    [InlineData("all.csv", ",")]
    [InlineData("all.tsv", "\t")]
    public void LabelStudioWritesTables(string name, string separator)
    {
        string[] rows =
        [
            "text,id,label,sentiment,annotator,annotation_id,created_at,updated_at,lead_time",
            "\"Mira left, then.\",7,\"[{\"\"start\"\": 0, \"\"end\"\": 4, \"\"text\"\": \"\"Mira\"\", \"\"labels\"\": [\"\"PER\"\"]}]\",good,1,3,2023,2023,1.5",
            "Nothing.,8,,,1,4,2023,2023,0.5",
        ];
        var text = separator == ","
            ? string.Join('\n', rows)
            : string.Join(
                '\n', rows[0].Replace(",", separator),
                "Mira left, then.\t7\t\"[{\"\"start\"\": 0, \"\"end\"\": 4, \"\"labels\"\": [\"\"PER\"\"]}]\"\tgood\t1\t3\t2023\t2023\t1.5", "Nothing.\t8\t\t\t1\t4\t2023\t2023\t0.5");
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        Assert.Equal("Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal((2, "JSON field 'sentiment' not read"), (result.Summary.Articles, Assert.Single(result.Summary.Losses)));
    }
}
