namespace Graph.Annotations.Tests;

/// <summary>Tables of coded segments in workbooks, and tables that look like them and are none.</summary>
public sealed class CodedSegmentTests
{
    private const string Text = "Strike\n\nMira Ek left Bergen.\nBergen waits.\n";

    [Fact]
    public void AWorkbookNamesDocumentsWithTheNumbersAndCodesOfItsProgram()
    {
        using var folder = new TemporaryFolder(("texts/strike.txt", Text));
        TestWorkbook.Write(
            Path.Combine(folder.FullPath, "Quotation Manager.xlsx"),
            ("Quotations",
            [
                ["ID", "Document", "Quotation Name", "Quotation Content", "Codes", "Reference"],
                ["1:1", "1 strike.txt", "Mira Ek", "Mira Ek", "Person\nUnion", "3"],
                ["1:2", "1 strike.txt", "Bergen", "Bergen", "Town", "3"],
                ["1:3", "1 strike.txt", "Bergen", "Bergen", "Town", "4"],
                ["1:4", "1 strike.txt", "left", "left", "", "3"],
            ]),
            ("Codes", [["Code"], ["Person"]]));

        var result = folder.Load();

        Assert.Equal((1, 3), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Equal(["segments without a code", "sheet 'Codes' not read"], result.Summary.Others.Select(other => other.Key));
        Assert.Equal(["Mira Ek:Person/Union", "Bergen:Town", "Bergen:Town"], LoadedFacts.ListMentions(result.Store));
        Assert.Empty(result.Summary.Skipped);
    }

    [Fact]
    public void TextsOfATableMayBeLongerThanTheHeadOfItsFile()
    {
        var filler = string.Concat(Enumerable.Repeat("And so on.\n", 2000));
        using var folder = new TemporaryFolder(
            ("texts.csv", $"id,text\na0,\"{filler}\"\na1,\"{filler}Mira Ek left.\"\n"),
            ("spans.csv", $"article_id,start,end,label\na1,{filler.Length},{filler.Length + 7},PER\n"));

        var result = folder.Load();

        Assert.Equal(["Mira Ek:PER"], LoadedFacts.ListMentions(result.Store));
    }

    [Fact]
    public void NamesOfDocumentsMayBeOfAnotherEncoding()
    {
        using var folder = new TemporaryFolder(("gespräche.txt", Text));
        File.WriteAllBytes(
            Path.Combine(folder.FullPath, "codes.csv"), System.Text.Encoding.Latin1.GetBytes("Dokumentname;Code;Segment\ngespräche;Person;Mira Ek\n"));

        Assert.Equal(["Mira Ek:Person"], LoadedFacts.ListMentions(folder.Load().Store));
    }

    /// <summary>What is beside the table, and the table.</summary>
    [Theory]
    [InlineData("no text of that name", "other.txt", Text, "document,code,segment\nstrike,Person,Mira Ek\n")]
    [InlineData("no code", "strike.txt", Text, "document,segment\nstrike,Mira Ek\n")]
    [InlineData("neither words nor a place", "strike.txt", Text, "document,code\nstrike,Person\n")]
    [InlineData("no document, and no place", "strike.txt", Text, "code,segment\nPerson,Mira Ek\n")]
    [InlineData("texts of its own", "test.csv", "doc_id,text,label\n1,Mira left.,A\n", "doc_id,text,label\n1,Mira left.,A\n")]
    public void OtherTablesAreLeftAsTheyAre(string why, string other, string beside, string table)
    {
        using var folder = new TemporaryFolder((other, beside), ("strike.csv", table));

        var summary = folder.Load().Summary;

        Assert.True(summary.Skipped.Any(file => file.Path.EndsWith("strike.csv", StringComparison.Ordinal)), why);
    }
}
