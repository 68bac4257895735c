using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Headers and cells of WebAnno TSV 3 as its versions and other tools write them.</summary>
public sealed class WebAnnoTsvTests
{
    /// <summary>The columns of a chain are known by their names, whichever comes first.</summary>
    [Theory]
    [InlineData("referenceRelation|referenceType", "*->1-1\tper[1]", "*->1-2\tper[2]")]
    [InlineData("referenceType|referenceRelation", "per[1]\t*->1-1", "per[2]\t*->1-2")]
    public void AChainIsReadInEitherOrderOfItsColumns(string columns, string first, string second)
    {
        using var folder = new TemporaryFolder(("a.tsv",
            $"#FORMAT=WebAnno TSV 3.2\n#T_CH=custom.CorefLink|{columns}\n#T_SP=custom.Name|value\n\n\n"
            + $"#Text=Ann saw her .\n1-1\t0-3\tAnn\t{first}\tPER\t\n1-2\t4-7\tsaw\t_\t_\t_\t\n1-3\t8-11\ther\t{second}\tPER\t\n1-4\t12-13\t.\t_\t_\t_\t\n"));

        var result = folder.Load();

        Assert.Equal(1, result.Summary.Others.Single(pair => pair.Key == "coreference chains").Value);
        Assert.Equal(
            ["PER", "PER", "per", "per"],
            result.Summary.MentionsByType.SelectMany(pair => Enumerable.Repeat(pair.Key, pair.Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ALinkThatNamesNoPlaceInAChainIsReported()
    {
        using var folder = new TemporaryFolder(("a.tsv",
            "#FORMAT=WebAnno TSV 3.2\n#T_CH=custom.CorefLink|referenceRelation|referenceType\n\n\n#Text=Ann .\n1-1\t0-3\tAnn\t*\tper\t\n1-2\t4-5\t.\t_\t_\t\n"));

        var result = folder.Load();

        Assert.Equal(1, result.Summary.Malformed);
        Assert.Equal(6, Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id != "GR6117").Location.Line);
    }

    /// <summary>A layer without features has a column all the same, whether or not a bar follows its name.</summary>
    [Theory]
    [InlineData("#T_SP=custom.Plain")]
    [InlineData("#T_SP=custom.Plain|")]
    public void ALayerWithoutFeaturesHasAColumn(string layer)
    {
        using var folder = new TemporaryFolder(("a.tsv",
            $"#FORMAT=WebAnno TSV 3.1\n{layer}\n#T_SP=custom.Name|value\n\n\n#Text=Ann .\n1-1\t0-3\tAnn\t*\tPER\t\n1-2\t4-5\t.\t_\t_\t\n"));

        Assert.Equal(["PER", "Plain"], folder.Load().Summary.MentionsByType.Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }
}
