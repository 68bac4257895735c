namespace Graph.Annotations.Tests;

/// <summary>Concepts by line and word, with relations, assertions and chains in files of their own.</summary>
public sealed class I2b2FormatTests
{
    private const string Text = "Admission :\nMrs Dahl had a  High fever .\n\nAspirin stopped it .\n";
    private const string Concepts = "c=\"a high fever\" 2:3 2:5||t=\"problem\"\nc=\"aspirin\" 4:0 4:0||t=\"treatment\"\n";
    private const string Relations = "c=\"aspirin\" 4:0 4:0||r=\"TrIP\"||c=\"a high fever\" 2:3 2:5\n";
    private const string Assertions = "c=\"a high fever\" 2:3 2:5||t=\"problem\"||a=\"present\"\n";
    private const string Chains = "c=\"a high fever\" 2:3 2:5||c=\"it\" 4:2 4:2||t=\"coref problem\"\n";

    [Theory]
    [InlineData("r1.txt", "r1.con", "r1.rel", "r1.ast", "r1.chains")]
    [InlineData("beth/txt/r1.txt", "beth/concept/r1.con", "beth/rel/r1.rel", "beth/ast/r1.ast", "beth/chains/r1.txt.chains")]
    public void FilesOfATextAreReadTogether(string text, string concepts, string relations, string assertions, string chains)
    {
        using var folder = new TemporaryFolder(
            (text, Text), (concepts, Concepts), (relations, Relations), (assertions, Assertions), (chains, Chains));

        var result = folder.Load();

        Assert.Equal(
            ("a  High fever:problem Aspirin:treatment it:problem | Aspirin-TrIP-a  High fever", 1, 2, 0, 0),
            (LoadedFacts.Describe(result), result.Summary.Articles, result.Summary.Entities, result.Summary.SkippedFiles.Length,
                result.Summary.SurfaceMismatches));
        Assert.Contains("present", GraphDescription.Describe(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c=\"fever\" 9:0 9:0||t=\"problem\"", "1 malformed")]
    [InlineData("c=\"fever\" 2:5 2:4||t=\"problem\"", "1 malformed")]
    [InlineData("c=\"fever\"||t=\"problem\"", "1 malformed")]
    [InlineData("c=\"fever\" 2:4 2:4||t=\"problem\"", "High:problem | 1 mismatches")]
    public void WhatDoesNotFitIsTold(string line, string expected)
    {
        using var folder = new TemporaryFolder(("r1.txt", Text), ("r1.con", line));

        Assert.Equal(expected, LoadedFacts.Describe(folder.Load()));
    }
}
