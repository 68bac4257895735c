namespace Graph.Annotations.Tests;

/// <summary>Labels of numbered tags in the text of a card or a script, and lists that are none.</summary>
public sealed class LabelTextTests
{
    [Theory]
    [InlineData("Tags: {'O': 0, 'B-PER': 1, 'I-PER': 2}", "O B-PER I-PER")]
    [InlineData("```\n{\n  \"O\": 0,\n  \"B-PER\": 1,\n  \"I-PER\": 2,\n}\n```", "O B-PER I-PER")]
    [InlineData("{0: 'O', 1: 'B-LOC', 2: 'I-LOC'}", "O B-LOC I-LOC")]
    [InlineData("features = ClassLabel(names=['O', 'B-LOC', 'I-LOC'])", "O B-LOC I-LOC")]
    [InlineData("Features({'id': Value('string'), 'tags': ClassLabel(names=[\n'O',\n'B-LOC',\n'I-LOC',\n])})", "O B-LOC I-LOC")]
    [InlineData("- 0: Other\n- 1: PER_B (a person)\n- 2: PER_I\n\nAnd more.", "O B-PER I-PER")]
    [InlineData("- `0`: O\n- `1`: B-corporation\n- `2`: I-corporation", "O B-corporation I-corporation")]
    [InlineData("| 0 | O |\n| 1 | B-ORG |\n| 2 | I-ORG |", "O B-ORG I-ORG")]
    [InlineData("{'O': 0, 'B-PER': 1}", null)]
    [InlineData("{'positive': 0, 'negative': 1, 'neutral': 2}", null)]
    [InlineData("- 0: first\n- 1: second\n- 2: third", null)]
    [InlineData("1: O\n2: B-PER\n3: I-PER", null)]
    [InlineData("", null)]
    public void LabelsAreFound(string text, string? labels) =>
        Assert.Equal(labels, LabelText.Find(text) is { } found ? string.Join(' ', found.OrderBy(pair => pair.Key).Select(pair => pair.Value)) : null);
}
