using System.Collections.Frozen;

namespace Graph.Annotations;

/// <summary>Dutch and English abbreviations that end in a full stop, lower case and without that last stop.</summary>
internal static class Abbreviations
{
    /// <summary>Words that something always follows: titles, references, units before a number.</summary>
    private static readonly FrozenSet<string> Open = Set(
        "adj adm apr ass assoc aug bde blz brig bvb capt cmdr co col cpl dept dhr dir dr drs ds dz ed eds eng esq feb fig figs gen gez "
            + "gov hr ing "
        + "insp ir jan jhr jkvr jr jul jun kapt kol lt luit maj mej mevr mgr min mln mld mr mrs ms mw nr nrs nov ofr okt oct ong op p pag "
        + "par pp pres "
        + "prof ref rep res resp rev sen sept sec sgt spec sr st str supt univ vgl vol vols vs wed zgn zr bijv d.w.z e.g i.e m.b.t t.a.v "
        + "t.o.v t.b.v "
        + "i.v.m o.l.v n.a.v m.u.v i.p.v o.a a.h.w v.h z.g gem gebr hs prov cf ca approx al");

    /// <summary>Words that can end a sentence as well; what follows decides.</summary>
    private static readonly FrozenSet<string> Closed = Set(
        "a.m p.m etc enz e.d e.a inc ltd corp bros c.s v.chr n.chr b.c a.d plc u.s u.k u.n e.u d.c b.v n.v");

    /// <summary>Words that begin a sentence after an abbreviation such as <c>U.S.</c> more often than they are part of a name.</summary>
    private static readonly FrozenSet<string> Starters = Set(
        "the a an he she it they we i you this that these those in on at but and or if when while after before as for there his her its "
            + "their "
        + "de het een hij zij ze wij we ik dit dat deze die er maar en of als toen terwijl na voor voordat op in bij ook volgens zijn "
        + "haar hun");

    public static bool IsOpen(string word) => Open.Contains(word);

    public static bool IsClosed(string word) => Closed.Contains(word);

    public static bool IsStarter(string word) => Starters.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
