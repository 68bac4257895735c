using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Graph.Query.Functions;

namespace Graph.Query.Tests.Functions;

/// <summary>
/// A regular expression as a table of states matches what its parts say, of which the engine of .NET is asked for single characters only:
/// <c>(?:a+|){2}</c> matches <c>a</c>, and that engine says it does not.
/// </summary>
public sealed class AsciiAutomatonTests
{
    // More often than the longest text has characters.
    private const int Many = 20;

    private static readonly string[] Atoms =
        ["a", "b", "c", " ", "7", ".", @"\d", @"\W", @"\s", @"\.", @"\-", "[ab]", "[^a]", "[a-c-]", "[]a]", @"[\d_]", "[^a-b ]", "]", "}",
            "Ł", "[Łb]", "\n"];

    private static readonly (string Text, int Least, int Most)[] Repetitions =
    [
        ("", 1, 1), ("", 1, 1), ("", 1, 1), ("*", 0, Many), ("+", 1, Many), ("?", 0, 1), ("*?", 0, Many), ("+?", 1, Many), ("{2}", 2, 2),
        ("{0,2}", 0, 2), ("{1,}", 1, Many), ("{2,3}?", 2, 3),
    ];

    private static readonly string[] Texts = ["", "a", "b", "c", "7", " ", ".", "_", "-", "]", "}", "\n", "ab", "ba"];

    [Fact]
    public void TheTableMatchesWhatThePartsMatch() =>
        Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 500, threads: 1);

    [Theory]
    [InlineData(@"(?i)a")]
    [InlineData(@"\bword\b")]
    [InlineData(@"[a-z-[aeiou]]")]
    [InlineData(@"\p{Lu}+")]
    [InlineData(@"\x41")]
    [InlineData("(?<name>a)")]
    [InlineData("a$b")]
    [InlineData("(^a)")]
    [InlineData("(.*a.{12}){9}")]
    [InlineData("(a?b?c?d?e?f?g?h?i?j?k?l?m?n?o?p?q?r?s?t?){4}")]
    public void WhatTheTableDoesNotKnowIsLeftToTheEngine(string pattern)
    {
        Assert.True(RegularExpressions.TryGet(pattern, out _, out var reason), reason);
        Assert.Null(AsciiAutomaton.TryCreate(pattern));
    }

    [Theory]
    [InlineData(".*[Ss]on [0-9]+ and .*: report [0-9]*7")]
    [InlineData("^(North|South)? ?Org .+$")]
    [InlineData(@"\w+(\s\w+){1,3}")]
    [InlineData("(((){1000000000}){1000000000}a){3}")]
    public void WhatIsSmallHasATable(string pattern) => Assert.NotNull(AsciiAutomaton.TryCreate(pattern));

    /// <summary>Whether the text is a value of its own or stands in a column.</summary>
    [Fact]
    public void ATextMatchesWhereverItStands()
    {
        Assert.True(RegularExpressions.TryGet("(?:a+|){2}", out var expression, out var reason), reason);
        Assert.True(expression.Matches("a"));
        Assert.True(expression.Matches("a"u8));
    }

    private static void Check(Random random)
    {
        var pattern = CreateChoice(random, 3);
        if (random.Next(3) == 0)
            pattern = pattern with { Text = $"^(?:{pattern.Text})$" };
        if (AsciiAutomaton.TryCreate(pattern.Text) is not { } automaton)
            return;

        for (var i = 0; i < 20; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => Texts[random.Next(Texts.Length)]));
            var expected = pattern.FindEnds(text, 0).Contains(text.Length);
            Assert.True(
                automaton.Matches<byte>(Encoding.UTF8.GetBytes(text)) == expected && automaton.Matches<char>(text) == expected,
                $"{pattern.Text} on '{text}'");
            Assert.Null(automaton.Matches<byte>(Encoding.UTF8.GetBytes(text + "ó")));
        }
    }

    /// <param name="FindEnds">Where it can end in a text that it begins in at a place.</param>
    private sealed record Part(string Text, Func<string, int, IEnumerable<int>> FindEnds);

    private static Part CreateChoice(Random random, int depth)
    {
        var branches = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => CreateSequence(random, depth)).ToList();
        return new Part(
            string.Join('|', branches.Select(branch => branch.Text)),
            (text, start) => branches.SelectMany(branch => branch.FindEnds(text, start)).Distinct());
    }

    private static Part CreateSequence(Random random, int depth) =>
        Enumerable.Range(0, random.Next(4)).Select(_ => Repeat(CreateAtom(random, depth), Repetitions[random.Next(Repetitions.Length)]))
            .Aggregate(new Part("", (_, start) => [start]), (first, second) =>
                new Part(
                    first.Text + second.Text,
                    (text, start) => first.FindEnds(text, start).SelectMany(end => second.FindEnds(text, end)).Distinct()));

    private static Part Repeat(Part part, (string Text, int Least, int Most) repetition) =>
        new(part.Text + repetition.Text, (text, start) =>
    {
        HashSet<int> reached = [start];
        HashSet<int> ends = repetition.Least == 0 ? [start] : [];
        for (var count = 1; count <= repetition.Most; count++)
        {
            reached = [.. reached.SelectMany(end => part.FindEnds(text, end))];
            if (count >= repetition.Least)
                ends.UnionWith(reached);
        }

        return ends;
    });

    private static Part CreateAtom(Random random, int depth)
    {
        if (depth > 0 && random.Next(3) == 0)
        {
            var choice = CreateChoice(random, depth - 1);
            return choice with { Text = $"({(random.Next(2) == 0 ? "?:" : "")}{choice.Text})" };
        }

        var atom = Atoms[random.Next(Atoms.Length)];
        var regex = new Regex($@"\A{atom}\z", RegexOptions.CultureInvariant);
        return new Part(atom, (text, start) => start < text.Length && regex.IsMatch(text.AsSpan(start, 1)) ? [start + 1] : []);
    }
}
