using System.Collections.Frozen;

namespace Graph.Annotations;

/// <summary>Words that stand for a name and are none: two mentions of <c>hij</c> are not one person for that.</summary>
internal static class Pronouns
{
    private static readonly FrozenSet<string> Words = (
        "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them "
        + "their theirs themselves this that these those who whom whose which what one ones each other others some all both none here there "
        + "ik mij me mijn jij je jou jouw u uw hij hem zijn haar zij ze het wij we ons onze jullie hen hun hunner zich zichzelf dit dat deze die wie wat "
        + "welke men er daar hier waar ander andere anderen elkaar allen beiden beide iemand niemand iedereen "
        + "ich mich mir mein du dich er ihn ihm sie ihr ihre ihrer es wir uns unser sich dieser diese dieses der die das wer was "
        + "je moi mon ma mes il elle lui son sa ses nous notre vous votre ils elles leur leurs eux se qui que ce cette ces celui celle")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="folded">A folded surface.</param>
    public static bool Contains(string folded) => Words.Contains(folded);

    /// <summary>Whether a surface reads as a proper name: it has a capital, a digit, or letters of a script without case, and is no initial.</summary>
    public static bool IsNameLike(string surface, string folded) =>
        !Contains(folded) && HasNameCharacter(surface) && HasTwoCharacters(folded);

    private static bool HasNameCharacter(string surface)
    {
        foreach (var character in surface)
        {
            if (IsNameCharacter(character))
                return true;
        }

        return false;
    }

    private static bool HasTwoCharacters(string folded)
    {
        var count = 0;
        for (var i = 0; i < folded.Length && count < 2; i++)
            count += char.IsLetterOrDigit(folded[i]) ? 1 : 0;
        return count == 2;
    }

    private static bool IsNameCharacter(char character) =>
        char.IsUpper(character) || char.IsDigit(character) || char.IsLetter(character) && !char.IsLower(character);
}
