using System.Text.RegularExpressions;

namespace Graph.Annotations.Tests;

/// <summary>
/// Writes offsets into a file of annotations: <c>@Mira Dahl@</c> stands for the first place of these words in the text, <c>@Dahl#2@</c> for
/// the second.
/// </summary>
internal static class StandoffWriter
{
    /// <param name="view">The text as the offsets count it.</param>
    /// <param name="write">An annotation of a start, an end that is exclusive, and words.</param>
    public static string Write(string template, string view, Func<int, int, string, string> write) =>
        Regex.Replace(template, "@(?<words>[^@#]+)(#(?<nth>[0-9]))?@", match =>
        {
            var words = match.Groups["words"].Value.Replace("\\n", "\n");
            var start = -1;
            for (var nth = match.Groups["nth"].Success ? match.Groups["nth"].Value[0] - '0' : 1; nth > 0; nth--)
                start = view.IndexOf(words, start + 1, StringComparison.Ordinal);
            Assert.True(start >= 0, $"The text has no '{words}'.");
            return write(start, start + words.Length, words);
        });

    public static string WithoutTags(string text) => Regex.Replace(text, "<[^>]*>", "");
}
