using Beleg.App.Dashboard.Language;
using Beleg.State;

namespace Beleg.App.Dashboard;

/// <summary>Roles for people.</summary>
internal static class RoleWords
{
    public static Phrase Name(Role role) => role switch
    {
        Role.Viewer => Texts.RoleViewer,
        Role.Editor => Texts.RoleEditor,
        Role.Admin => Texts.RoleAdmin,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static Phrase Meaning(Role role) => role switch
    {
        Role.Viewer => Texts.RoleViewerText,
        Role.Editor => Texts.RoleEditorText,
        Role.Admin => Texts.RoleAdminText,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
