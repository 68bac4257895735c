using Graph.Query.Functions;

namespace Graph.Query.Tests.Functions;

/// <summary>Characters of two units of UTF-16 in patterns and in texts.</summary>
public sealed class CodePointPatternTests
{
    private const int Count = 3_000;

    // Two symbols and two letters, of one unit and of two.
    private static readonly (string Near, string Far)[] Pairs = [("\u2603", "\U0001F44D"), ("\u4E00", "\U00020000")];

    private static readonly string[] Signs =
    [
        "a", "b", "\u2603", "\u4E00", ".", "*", "+", "?", "|", "(", ")", "(?:", "(?s)", "(?x)", "(?i:", "[", "[^", "]", "-", "-[", "^", "$", "#", " ",
        @"\w", @"\W", @"\s", @"\S", @"\d", @"\D", @"\p{L}", @"\P{L}", @"\p{So}", @"\.", @"\n", @"\x61", @"\u0062", @"\0101", "{2}", "{,2}", "{0,1}", "&&",
    ];

    private static readonly string[] Letters = ["a", "b", "\u2603", "\u4E00", " ", "\n", "#", "-"];

    [Fact]
    public void ACharacterOfTwoUnitsIsMatchedAsOneOfItsKind()
    {
        var random = new Random(1);
        var matches = 0;
        for (var i = 0; i < Count; i++)
        {
            var pattern = Draw(random, Signs, 5);
            var text = Draw(random, Letters, 2);

            var expected = Match(pattern, text);

            Assert.True(expected == Match(WithPairs(pattern), WithPairs(text)), $"'{text}' =~ '{pattern}'");
            matches += expected == true ? 1 : 0;
        }

        Assert.True(matches > Count / 100, $"{matches} matches");
    }

    private static bool? Match(string pattern, string text) =>
        RegularExpressions.TryGet(pattern, out var expression, out _) ? expression.Matches(text) : null;

    private static string Draw(Random random, string[] from, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => from[random.Next(from.Length)]));

    private static string WithPairs(string text) =>
        Pairs.Aggregate(text, (written, pair) => written.Replace(pair.Near, pair.Far, StringComparison.Ordinal));
}
