namespace Graph.Annotations;

/// <summary>Whether words name something, for who joins graphs whose articles were not loaded together.</summary>
public static class ProperName
{
    /// <summary>Pronouns and descriptions, <c>the president</c>, name nothing that another article may mean.</summary>
    /// <param name="isOneOfSeveral">
    /// The thing is called otherwise too, so that an annotator put the mentions together: then every phrase was marked, and less counts as
    /// a name.
    /// </param>
    public static bool Is(string words, bool isOneOfSeveral) =>
        NameForms.Find(new SurfaceKey(0, "", words, null), NameFolding.Fold(words), isOneOfSeveral) == MentionForm.Name;
}
