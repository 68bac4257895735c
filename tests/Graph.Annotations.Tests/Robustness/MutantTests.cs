using System.Text;
using Graph.Testing;
using Xunit.Sdk;

namespace Graph.Annotations.Tests;

/// <summary>Damaged files of every format: mutants that must not crash the loader, nor lose anything without a word.</summary>
public sealed class MutantTests
{
    private const int MutantsPerCase = 160;
    private const int MaximumLength = 6000;
    private const int InvalidByte = 1;

    [SkippableTheory]
    [InlineData("brat/tutorial-news", "000-introduction.ann,000-introduction.txt")]
    [InlineData("seed", "kazakhstan-2022-01.ann,kazakhstan-2022-01.txt")]
    [InlineData("format-fixtures/inception-webanno-tsv/tsv3-suite", "testStackedComplexSlotFeatureWithoutSlotFillers.tsv")]
    [InlineData("format-fixtures/uima-cas-json-and-xmi", "xmi__cas_with_smileys.xmi")]
    [InlineData("format-fixtures/uima-cas-json-and-xmi", "json__fs_as_array__one-way__tsv3-testSimpleSlotFeature__data.json")]
    [InlineData("gum-conllu", "GUM_news_afghan.conllu")]
    [InlineData("hipe2022", "HIPE-2022-v2.1-newseye-dev-fr.tsv")]
    [InlineData("europeana-iob", "enp_DE.sbb.bio")]
    [InlineData("re3d/Australian Department of Foreign Affairs", "relations.json,documents.json,entities.json")]
    [InlineData("crossre/en", "news-train.json")]
    [InlineData("format-fixtures/doccano", "data_export__relation_extraction__example.jsonl")]
    [InlineData("naf/spec-examples", "after_v31__predicate__new_predicate.naf")]
    [InlineData("data", "2022-01-05-almaty.md")]
    public void NoMutantCrashesOrLosesSomethingSilently(string folder, string names)
    {
        var source = folder == "data" ? Repository.GetPath("data", "articles") : SharedData.Require(Path.Combine("corpora", folder));
        using var target = new TemporaryFolder();
        var files = names.Split(',');
        foreach (var name in files)
            File.WriteAllBytes(Path.Combine(target.FullPath, name), Cut(File.ReadAllBytes(Path.Combine(source, name))));

        var path = Path.Combine(target.FullPath, files[0]);
        var original = File.ReadAllBytes(path);
        var whole = Count(target.Load().Summary);
        for (var seed = 0; seed < MutantsPerCase; seed++)
            Check(target, path, original, whole, seed);
    }

    private static void Check(TemporaryFolder target, string path, byte[] original, string whole, int seed)
    {
        var kind = seed % Mutator.KindCount;
        File.WriteAllBytes(path, new Mutator(seed).Mutate(original, kind));
        LoadResult result;
        try
        {
            result = target.Load();
        }
        catch (Exception exception)
        {
            throw new XunitException($"Mutant {seed} of {Path.GetFileName(path)} crashes: {exception}");
        }

        if (kind == InvalidByte && result.Diagnostics.IsEmpty && result.Summary.SkippedFiles.IsEmpty)
            Assert.Equal(whole, Count(result.Summary));
        Assert.True(result.Summary.Malformed == 0 || !result.Diagnostics.IsEmpty);
    }

    private static string Count(LoadSummary summary) =>
        $"{summary.Articles} {summary.Mentions} {summary.Triggers} {summary.Relations} {summary.Events}";

    /// <summary>The front of a file of lines, as whole lines; files of one value stay whole.</summary>
    private static byte[] Cut(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.Length <= MaximumLength || text.StartsWith('<') ? text.Length : text.LastIndexOf('\n', MaximumLength) + 1;
        return Encoding.UTF8.GetBytes(text[..(end > 0 ? end : text.IndexOf('\n') + 1)]);
    }
}
