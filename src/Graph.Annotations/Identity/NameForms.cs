using System.Collections.Frozen;

namespace Graph.Annotations;

/// <summary>
/// Whether words name something. A pronoun or a description, <c>the president</c>, never names an entity and never joins articles. What a
/// format says of a mention counts; else the words are looked at.
/// </summary>
internal static class NameForms
{
    /// <summary>Words for an office or a kind of thing that stand alone for who or what is meant.</summary>
    private static readonly FrozenSet<string> CommonNouns = (
        "president vice prime minister premier chancellor king queen prince princess emperor empress pope bishop archbishop mayor "
            + "governor senator "
        + "chairman chairwoman chair director secretary general ambassador judge captain colonel sergeant lieutenant doctor professor mr "
        + "mrs ms sir madam lord "
        + "lady miss father mother brother sister officials police government parliament state city town country nation company party "
        + "people man woman men women "
        + "burgemeester koning koningin keizer minister voorzitter directeur president premier regering politie stad land dorp staat "
        + "bedrijf partij volk man vrouw heer mevrouw "
        + "präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin bundespräsident könig königin kaiser minister ministerin "
        + "bürgermeister regierung polizei stadt "
        + "land staat dorf firma partei volk mann frau herr "
        + "président présidente ministre roi reine empereur maire gouvernement police ville pays état société parti peuple homme femme "
        + "monsieur madame "
        + "presidente presidenta ministro ministra rey reina alcalde gobierno policía ciudad país estado empresa partido pueblo hombre "
        + "mujer señor señora "
        + "sindaco governo polizia città paese stato società partito popolo uomo donna signor signora")
        .Split(' ').Select(NameFolding.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that are names of people too, and are taken as such where no article stands before them.</summary>
    private static readonly FrozenSet<string> Surnames = (
        "king queen prince pope bishop judge lord kaiser konig koning mann land herr heer volk rey reina roi maire chair general "
        + "captain lady")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Joiners = "of van von de des di da del and en und et y e le la"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="isChained">
    /// Annotators who mark chains mark every phrase; those who mark names alone mean what they mark, so more counts as a name there.
    /// </param>
    public static MentionForm Find(SurfaceKey key, string folded, bool isChained)
    {
        if (key.Form != MentionForm.Unknown)
            return key.Form;

        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return MentionForm.Pronoun;
        if (words.All(word => ClosedClasses.IsPronoun(word, key.Language)
            || ClosedClasses.IsArticle(word, key.Language) && words.Length > 1))
            return IsAcronym(key.Surface) ? MentionForm.Name : MentionForm.Pronoun;

        var hasArticle = words.Length > 1 && ClosedClasses.IsArticle(words[0], key.Language);
        var rest = words.AsSpan(hasArticle ? 1 : 0);
        if (AreCommon(rest) && (hasArticle || !Surnames.Contains(words[0])))
            return IsAcronym(key.Surface) ? MentionForm.Name : MentionForm.Description;
        if (hasArticle && !HasNameCharacter(AfterFirstWord(key.Surface)))
            return MentionForm.Description;
        if (!isChained)
            return MentionForm.Name;

        var isGermanNoun = hasArticle
            && rest.Length == 1
            && ClosedClasses.IsGermanArticle(words[0], key.Language)
            && !IsAcronym(AfterFirstWord(key.Surface));
        return isGermanNoun || !HasNameCharacter(key.Surface) || !HasTwoCharacters(folded) ? MentionForm.Description : MentionForm.Name;
    }

    private static bool AreCommon(ReadOnlySpan<string> words)
    {
        var isCommon = false;
        foreach (var word in words)
        {
            if (CommonNouns.Contains(word))
                isCommon = true;
            else if (!Joiners.Contains(word))
                return false;
        }

        return isCommon;
    }

    private static string AfterFirstWord(string surface) =>
        surface.TrimStart() is var text && text.IndexOf(' ') is > 0 and var end ? text[end..] : "";

    /// <summary><c>US</c>, <c>WHO</c> and <c>IT</c> are no pronouns.</summary>
    private static bool IsAcronym(string surface)
    {
        var letters = surface.Where(char.IsLetter).ToList();
        return letters.Count > 1 && letters.TrueForAll(char.IsUpper);
    }

    /// <summary>A capital, a digit, or a letter of a script without case.</summary>
    private static bool HasNameCharacter(string surface) =>
        surface.Any(character => char.IsUpper(character)
            || char.IsDigit(character)
            || (char.IsLetter(character) && !char.IsLower(character)));

    /// <summary>An initial is no name; a character of a script without case says as much as a word.</summary>
    private static bool HasTwoCharacters(string folded)
    {
        var count = 0;
        for (var i = 0; i < folded.Length && count < 2; i++)
            count += !char.IsLetterOrDigit(folded[i]) ? 0 : char.IsLetter(folded[i]) && !char.IsLower(folded[i]) ? 2 : 1;
        return count >= 2;
    }
}
