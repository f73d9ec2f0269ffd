namespace Beleg.Sources.Conformance;

/// <summary>What should come out of the published samples, decided from the providers' documents before anything was run.</summary>
internal static class PayloadExpectations
{
    /// <summary>Every account that the samples speak for.</summary>
    public static readonly string[] Accounts =
    [
        "1122334455667", "106540352242922", "100000000000001", "102290129340398", "57438975935", "<BUSINESS_PHONE_NUMBER_ID>",
    ];

    private const string Table =
        """
        segment/batch.json = unknown 'Signed Up', contact_seen
        segment/common_fields_with_campaign.json = unknown 'User Registered'
        segment/identify.json = contact_seen
        segment/track.json = unknown 'Signed Up'
        segment/track_subscription_change_unsubscribe.json = unknown 'DFSubscriptionChange'
        shopify/customer_resource_with_consent.json = contact_seen
        shopify/order_cancelled_resource_go.json = order_cancelled
        shopify/order_resource.json = order_completed
        shopify/refund_resource.json = order_refunded
        whatsapp/account_update_volume_tier.json = refused not_translated
        whatsapp/message_button_template_quick_reply.json = message_received, button_clicked
        whatsapp/message_edit_image.json = unknown 'Message Edited'
        whatsapp/message_forwarded.json = message_received
        whatsapp/message_image.json = message_received
        whatsapp/message_interactive_button_reply.json = message_received, button_clicked
        whatsapp/message_interactive_list_reply.json = message_received, button_clicked
        whatsapp/message_interactive_message_with_err.json = message_received
        whatsapp/message_interactive_nfm_reply_flow.json = message_received
        whatsapp/message_order.json = message_received, checkout_started
        whatsapp/message_reaction.json = unknown 'Reaction'
        whatsapp/message_referral.json = message_received
        whatsapp/message_reply.json = message_received
        whatsapp/message_revoke.json = unknown 'Message Deleted'
        whatsapp/message_system_identity_change.json = unknown 'customer_identity_changed'
        whatsapp/message_text.json = message_received
        whatsapp/message_text_bsuid_no_phone.json = message_received
        whatsapp/message_unsupported.json = message_received
        whatsapp/pricing_object_free_service.json = refused unknown_shape
        whatsapp/pricing_object_free_utility_in_window.json = refused unknown_shape
        whatsapp/status_delivered.json = message_delivered
        whatsapp/status_delivered_pmp.json = message_delivered
        whatsapp/status_delivered_pmp_bsuid.json = message_delivered
        whatsapp/status_failed.json = message_failed
        whatsapp/status_read.json = message_read
        whatsapp/status_sent.json = message_sent
        whatsapp/status_sent_pmp_gupshup_v3.json = message_sent
        whatsapp/status_with_tracker.json = message_sent
        whatsapp/template_category_update.json = refused not_translated
        whatsapp/template_status_update_approved.json = refused not_translated
        whatsapp/template_status_update_rejected.json = refused not_translated
        whatsapp/user_preferences_marketing_resume.json = consent_given
        """;

    public static Dictionary<string, string> Read() => Table.Split('\n').Select(line => line.TrimEnd('\r').Split(" = ")).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
