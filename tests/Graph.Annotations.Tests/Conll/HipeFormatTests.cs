namespace Graph.Annotations.Tests;

public sealed class HipeFormatTests
{
    private const string Columns =
        "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tNE-FINE-LIT\tNE-FINE-METO\tNE-FINE-COMP\tNE-NESTED\tNEL-LIT\tNEL-METO\tMISC\n";

    /// <summary>HIPE-2020 puts the address of its image before each segment of a page.</summary>
    [Fact]
    public void ACommentWithoutAnIdStandsInsideItsArticle()
    {
        using var folder = new TemporaryFolder(("news.tsv", Columns
            + "# date = 1798-02-07\n# document_id = a\n# segment_iiif_link = _\n" + Token("Ann", "B-pers")
            + "# segment_iiif_link = _\n" + Token("Lee", "I-pers")
            + "# date = 1798-02-08\n# document_id = b\n" + Token("Bern", "B-loc")));

        var result = folder.Load();

        Assert.Equal((2, 2), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Equal("Ann Lee", result.Store.Articles.GetText(0));
    }

    /// <summary>Where a corpus has fine types alone, they are its mentions.</summary>
    [Fact]
    public void FineTypesMayStandAlone()
    {
        using var folder = new TemporaryFolder(
            ("news.tsv", Columns + "# document_id = a\nAnn\t_\t_\tB-pers.ind\t_\tO\tO\t_\t_\t_\nleft\t_\t_\tO\t_\tO\tO\t_\t_\t_\n"));

        Assert.Equal("Ann:pers.ind", LoadedFacts.Describe(folder.Load()));
    }

    private static string Token(string word, string tag) => $"{word}\t{tag}\tO\t{tag}\tO\tO\tO\t_\t_\t_\n";
}
