namespace Graph.Annotations.Tests;

/// <summary>Projects of INCEpTION and WebAnno: which of the versions of a document counts.</summary>
public sealed class UimaProjectTests
{
    private const string Project = "exportedproject.json";

    [Theory]
    [InlineData("annotators, all of them", new[] { "annotation/news.txt/mira.tsv:PER", "annotation/news.txt/ola.tsv:ORG", "annotation/news.txt/INITIAL_CAS.tsv:RAW" }, "ORG PER")]
    [InlineData("what was curated", new[] { "annotation/news.txt/mira.tsv:PER", "curation/news.txt/CURATION_USER.tsv:LOC" }, "LOC")]
    [InlineData("only the document itself", new[] { "annotation/news.txt/INITIAL_CAS.tsv:RAW" }, "RAW")]
    [InlineData("a curated export alone", new[] { "news.txt/CURATION_USER.tsv:LOC" }, "LOC")]
    public void TheBestVersionOfADocumentCounts(string what, string[] files, string types)
    {
        using var folder = Create(files);

        var result = folder.Load();

        Assert.True(result.Summary.Articles == 1, what);
        Assert.Equal(types, string.Join(' ', result.Summary.MentionsByType.Keys));
        Assert.Equal("news", result.Store.GetNodeProperty(0, "key").AsString());
    }

    [Fact]
    public void AnAnnotatorIsAnAnnotatorAndNoArticle()
    {
        using var folder = Create("annotation/news.txt/mira.tsv:PER", "annotation/news.txt/ola.tsv:ORG");

        var store = folder.Load().Store;

        var table = store.EdgeTables.First(table => table.Type == "MENTIONS");
        Assert.Equal(
            ["mira", "ola"],
            Enumerable.Range(table.FirstEdge, 2).Select(edge => store.GetEdgeProperty(edge, "annotator").AsString()).Order());
    }

    [Theory]
    [InlineData("annotator: mira", "PER")]
    [InlineData("annotator: ola", "ORG")]
    public void OneAnnotatorMayBeChosen(string settings, string types)
    {
        using var folder = Create(
            "annotation/news.txt/mira.tsv:PER", "annotation/news.txt/ola.tsv:ORG", "curation/news.txt/CURATION_USER.tsv:LOC");
        folder.Write("corpus.yaml", settings + "\n");

        Assert.Contains(types, folder.Load().Summary.MentionsByType.Keys);
        Assert.DoesNotContain(types == "PER" ? "ORG" : "PER", folder.Load().Summary.MentionsByType.Keys);
    }

    /// <summary>A project holds its documents as they were imported, which nobody misses in the graph.</summary>
    [Fact]
    public void SourcesOfAProjectAreNotMissed()
    {
        using var folder = Create("annotation/news.txt/mira.tsv:PER");
        folder.Write("source/news.txt", "Mira .");

        var result = folder.Load();

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "GR6118");
        Assert.Equal(1, result.Summary.Articles);
    }

    /// <summary>CAS as UIMA 2 wrote it: types by short names, and no feature that has its standard value.</summary>
    [Fact]
    public void JsonOfUima2IsRead()
    {
        using var folder = new TemporaryFolder(("news.json", """
            {"_context": {"_types": {"Name": {"_id": "custom.Name", "_feature_types": {"sofa": "_ref"}}, "Near": {"_id": "custom.Near", "_feature_types": {"Governor": "_ref"}}}},
             "_views": {"_InitialView": {"Near": [{"sofa": 1, "begin": 10, "end": 14, "Governor": 7, "Dependent": 8}], "Name": [7, 8, {"sofa": 1, "begin": 15, "end": 18, "value": "DAY"}]}},
             "_referenced_fss": {"1": {"_type": "Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": "Mira left Oslo now."},
               "7": {"_type": "Name", "sofa": 1, "end": 4, "value": "PER"}, "8": {"_type": "Name", "sofa": 1, "begin": 10, "end": 14, "value": "LOC"}}}
            """));

        Assert.Equal("Mira:PER Oslo:LOC now:DAY | Mira-Near-Oslo", LoadedFacts.Describe(folder.Load()));
    }

    private static TemporaryFolder Create(params string[] files)
    {
        var folder = new TemporaryFolder((Project, "{}"));
        foreach (var file in files)
        {
            var colon = file.LastIndexOf(':');
            folder.Write(
                file[..colon],
                $"#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Name|value\n\n\n#Text=Mira .\n1-1\t0-4\tMira\t{file[(colon + 1)..]}\t\n1-2\t5-6\t.\t_\t\n");
        }

        return folder;
    }
}
