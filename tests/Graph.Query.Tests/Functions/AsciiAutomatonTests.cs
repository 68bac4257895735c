using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Graph.Query.Functions;

namespace Graph.Query.Tests.Functions;

/// <summary>A regular expression as a table of states matches what the engine of .NET matches.</summary>
public sealed class AsciiAutomatonTests
{
    private static readonly string[] Atoms =
        ["a", "b", "c", " ", "7", ".", @"\d", @"\W", @"\s", @"\.", @"\-", "[ab]", "[^a]", "[a-c-]", "[]a]", @"[\d_]", "[^a-b ]", "]", "}", "Ł", "[Łb]", "\n"];

    private static readonly string[] Repetitions = ["", "", "", "*", "+", "?", "*?", "+?", "{2}", "{0,2}", "{1,}", "{2,3}?"];

    private static readonly string[] Texts = ["", "a", "b", "c", "7", " ", ".", "_", "-", "]", "}", "\n", "ab", "ba"];

    [Fact]
    public void TheTableMatchesWhatTheEngineMatches() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 2000, threads: 1);

    [Theory]
    [InlineData(@"(?i)a")]
    [InlineData(@"\bword\b")]
    [InlineData(@"[a-z-[aeiou]]")]
    [InlineData(@"\p{Lu}+")]
    [InlineData(@"\x41")]
    [InlineData("(?<name>a)")]
    [InlineData("a{,3}")]
    [InlineData("a$b")]
    [InlineData("(^a)")]
    [InlineData("(.*a.{12}){9}")]
    public void WhatTheTableDoesNotKnowIsLeftToTheEngine(string pattern)
    {
        Assert.True(RegularExpressions.TryGet(pattern, out _, out var reason), reason);
        Assert.Null(AsciiAutomaton.TryCreate(pattern));
    }

    [Theory]
    [InlineData(".*[Ss]on [0-9]+ and .*: report [0-9]*7")]
    [InlineData("^(North|South)? ?Org .+$")]
    [InlineData(@"\w+(\s\w+){1,3}")]
    public void WhatPeopleWriteHasATable(string pattern) => Assert.NotNull(AsciiAutomaton.TryCreate(pattern));

    private static void Check(Random random)
    {
        var pattern = CreateChoice(random, 3);
        if (random.Next(3) == 0)
            pattern = "^" + pattern + "$";
        var regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var automaton = AsciiAutomaton.TryCreate(pattern);
        if (automaton is null)
            return;

        for (var i = 0; i < 20; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => Texts[random.Next(Texts.Length)]));
            Assert.True(automaton.Matches(Encoding.UTF8.GetBytes(text)) == regex.IsMatch(text), $"{pattern} on '{text}'");
            Assert.Null(automaton.Matches(Encoding.UTF8.GetBytes(text + "ó")));
        }
    }

    private static string CreateChoice(Random random, int depth) =>
        string.Join('|', Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => CreateSequence(random, depth)));

    private static string CreateSequence(Random random, int depth) =>
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => CreateAtom(random, depth) + Repetitions[random.Next(Repetitions.Length)]));

    private static string CreateAtom(Random random, int depth) => depth > 0 && random.Next(3) == 0
        ? $"({(random.Next(2) == 0 ? "?:" : "")}{CreateChoice(random, depth - 1)})"
        : Atoms[random.Next(Atoms.Length)];
}
